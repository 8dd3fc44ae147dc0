using System.Text;
using ArmsClassifier.Cli.Output;

namespace ArmsClassifier.Cli;

/// <summary>Where a command reads and writes, and what the other side can show.</summary>
internal sealed class Terminal
{
    private const int OutBufferBytes = 1 << 16;
    private const int DefaultWidth = 100;
    private const int MinWidth = 40;

    private bool _hasStatus;

    /// <summary>Standard input.</summary>
    public required Stream In { get; init; }

    /// <summary>Standard output: data only, as UTF-8. A failure to write is an <see cref="OutputException"/>.</summary>
    public required Stream Out { get; init; }

    /// <summary>Standard error: messages and progress, never data.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Where files are written.</summary>
    public OutputDisk Disk { get; init; } = OutputDisk.Real;

    /// <summary>Whether standard input comes from a file or pipe.</summary>
    public bool IsInRedirected { get; init; } = true;

    /// <summary>Whether a person reads standard output.</summary>
    public bool IsOutTerminal { get; init; }

    /// <summary>Whether a person reads standard error.</summary>
    public bool IsErrorTerminal { get; init; }

    /// <summary>Whether colours are wanted where a person reads (see no-color.org).</summary>
    public bool WantsColour { get; init; }

    /// <summary>Characters on a line of the output.</summary>
    public int Width { get; init; } = DefaultWidth;

    /// <summary>Whether standard output gets colours.</summary>
    public bool HasColour => IsOutTerminal && WantsColour;

    /// <summary>The streams and abilities of this process.</summary>
    public static Terminal OfProcess() => new()
    {
        In = Console.OpenStandardInput(),
        Out = new BufferedStream(new OutputStream(StandardOutput.Open(), "standard output"), OutBufferBytes),
        Error = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false)) { AutoFlush = true },
        IsInRedirected = Console.IsInputRedirected,
        IsOutTerminal = !Console.IsOutputRedirected,
        IsErrorTerminal = !Console.IsErrorRedirected,
        WantsColour = string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb",
        Width = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? DefaultWidth : Math.Max(MinWidth, Console.WindowWidth),
    };

    /// <summary>Shows a line at the end of standard error that the next such line or message writes over; an empty one takes it away.</summary>
    public void ShowStatus(string line)
    {
        if (!_hasStatus && line.Length == 0)
        {
            return;
        }

        try
        {
            Error.Write("\r\e[K" + (line.Length < Width ? line : line[..(Width - 1)]));
            _hasStatus = line.Length > 0;
        }
        catch (IOException)
        {
            // Where messages cannot go, the work still stands.
            _hasStatus = false;
        }
    }

    /// <summary>Writes a message to standard error, each of its lines behind the command's name.</summary>
    public void Say(string message)
    {
        ShowStatus("");
        foreach (string line in message.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            try
            {
                Error.WriteLine("armsclassifier: " + PlainText.Clean(line));
            }
            catch (IOException)
            {
                // Where messages cannot go, the work and its exit code still stand.
                return;
            }
        }
    }
}
