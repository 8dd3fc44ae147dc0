using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ArmsClassifier.Feeds.Tests.Web;

/// <summary>Answers requests on loopback byte by byte as a test says, so that it can misbehave as no server of a library would.</summary>
internal sealed class LoopbackServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Exchange> _exchanges = new();
    private readonly Func<Exchange, Task> _answer;

    /// <summary>Begins to listen.</summary>
    /// <param name="answer">Answers one request; the connection is closed after it.</param>
    public LoopbackServer(Func<Exchange, Task> answer)
    {
        _answer = answer;
        _listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>Gives the same answer to everything.</summary>
    public LoopbackServer(byte[] answer)
        : this(exchange => exchange.WriteAsync(answer))
    {
    }

    /// <summary>The port.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The requests so far.</summary>
    public Exchange[] Requests => [.. _exchanges];

    /// <summary>An address on this server.</summary>
    public string At(string path = "/feed", string host = "127.0.0.1") => string.Create(CultureInfo.InvariantCulture, $"http://{host}:{Port}{path}");

    /// <summary>A well-formed answer.</summary>
    /// <param name="body">The body; its true length is announced.</param>
    /// <param name="headers">More headers, each <c>Name: value</c>.</param>
    public static byte[] Ok(string body, params string[] headers) => Ok(Encoding.UTF8.GetBytes(body), headers);

    /// <summary>A well-formed answer.</summary>
    public static byte[] Ok(byte[] body, params string[] headers) =>
        [.. Head("200 OK", [.. headers, string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}")]), .. body];

    /// <summary>An answer without a body.</summary>
    public static byte[] Status(string status, params string[] headers) => Head(status, [.. headers, "Content-Length: 0"]);

    /// <summary>The head of an answer, as given.</summary>
    public static byte[] Head(string status, params string[] headers) =>
        Encoding.Latin1.GetBytes($"HTTP/1.1 {status}\r\nConnection: close\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n");

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
            }
        }
        catch (Exception closed) when (closed is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
            return;
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                NetworkStream stream = client.GetStream();
                var exchange = new Exchange(await HeadAsync(stream), stream, _stop.Token);
                _exchanges.Enqueue(exchange);
                await _answer(exchange);
                client.Client.Shutdown(SocketShutdown.Send);
            }
            catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The reader has seen enough, or the test is over.
                return;
            }
        }
    }

    private async Task<string> HeadAsync(NetworkStream stream)
    {
        var head = new List<byte>();
        byte[] one = new byte[1];
        while (head is not [.., (byte)'\r', (byte)'\n', (byte)'\r', (byte)'\n'] && await stream.ReadAsync(one, _stop.Token) > 0)
        {
            head.Add(one[0]);
        }

        return Encoding.Latin1.GetString([.. head]);
    }
}
