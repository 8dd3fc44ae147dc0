using System.Text;
using System.Text.Json;
using ArmsClassifier.Cli.Output;

namespace ArmsClassifier.Cli.Tests;

/// <summary>One run of the command line inside the test process.</summary>
internal sealed record Command(int ExitCode, byte[] Bytes, string Error)
{
    public string Out => Encoding.UTF8.GetString(Bytes);

    public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public JsonElement[] Records => [.. Lines.Select(line => JsonDocument.Parse(line).RootElement)];

    public static Command Run(params string[] args) => Read("", args);

    public static Command Read(string input, params string[] args) => Show(terminal: false, input, args);

    /// <summary>A run whose files are written to a disk that may fail.</summary>
    public static Command On(OutputDisk disk, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var terminal = new Terminal { In = Stream.Null, Out = output, Error = error, Disk = disk };
        int code = CommandLine.RunAsync(args, terminal).GetAwaiter().GetResult();
        return new Command(code, output.ToArray(), error.ToString());
    }

    public static Command Show(bool terminal, string input, params string[] args)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        int code = CommandLine.RunAsync(args, Terminal(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, error, terminal)).GetAwaiter().GetResult();
        return new Command(code, output.ToArray(), error.ToString());
    }

    public static Terminal Terminal(Stream input, Stream output, TextWriter error, bool isTerminal = false) =>
        new() { In = input, Out = output, Error = error, IsOutTerminal = isTerminal, WantsColour = isTerminal };

    public static string[] Names(JsonElement record) => [.. record.EnumerateObject().Select(property => property.Name)];
}
