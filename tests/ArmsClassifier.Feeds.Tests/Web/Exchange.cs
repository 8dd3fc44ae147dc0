using System.Net.Sockets;
using System.Text;

namespace ArmsClassifier.Feeds.Tests.Web;

/// <summary>One request that reached the server, and the way back.</summary>
internal sealed class Exchange(string head, NetworkStream stream, CancellationToken stop)
{
    /// <summary>Ends with the test.</summary>
    public CancellationToken Stop => stop;

    /// <summary>The path asked for.</summary>
    public string Path => head.Split(' ')[1];

    /// <summary>The value of a header, or null.</summary>
    public string? Header(string name) => head.Split("\r\n")
        .FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.OrdinalIgnoreCase))?[(name.Length + 2)..];

    public async Task WriteAsync(byte[] bytes) => await stream.WriteAsync(bytes, stop);

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Says nothing more, and keeps the line open until the reader hangs up.</summary>
    public async Task HangAsync() => await stream.CopyToAsync(Stream.Null, stop);
}
