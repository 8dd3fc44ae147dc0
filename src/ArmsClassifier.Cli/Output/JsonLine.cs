using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ArmsClassifier.Cli.Output;

/// <summary>One JSON object after the other, each on its own line.</summary>
internal sealed class JsonLine : IDisposable
{
    private const int Decimals = 9;

    private readonly ArrayBufferWriter<byte> _buffer = new();

    /// <summary>Begins with an empty line.</summary>
    /// <param name="indented">Whether an object is laid out over several lines.</param>
    public JsonLine(bool indented = false)
    {
        // News is full of letters beyond ASCII, and the output goes into no HTML. Control characters are escaped all the same.
        var options = new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = indented, NewLine = "\n" };
        Json = new Utf8JsonWriter(_buffer, options);
    }

    /// <summary>Takes the object.</summary>
    public Utf8JsonWriter Json { get; }

    /// <summary>A number as it is written everywhere: what lies beyond is noise of the arithmetic.</summary>
    public static double Round(double value) => Math.Round(value, Decimals);

    /// <summary>Writes a figure; null for what is not a number, for which JSON has no word.</summary>
    public void WriteFigure(string name, double value)
    {
        if (double.IsNaN(value))
        {
            Json.WriteNull(name);
        }
        else
        {
            Json.WriteNumber(name, Round(value));
        }
    }

    /// <summary>Writes label and number pairs as an object.</summary>
    public void Write(string name, IReadOnlyList<LabelProbability> values)
    {
        Json.WriteStartObject(name);
        foreach ((string label, double value) in values)
        {
            Json.WriteNumber(label, Round(value));
        }

        Json.WriteEndObject();
    }

    /// <summary>Ends the line, writes it, and begins the next, also where it could not be written.</summary>
    public void WriteTo(Stream stream)
    {
        Json.Flush();
        _buffer.Write("\n"u8);
        try
        {
            stream.Write(_buffer.WrittenSpan);
        }
        finally
        {
            _buffer.ResetWrittenCount();
            Json.Reset();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => Json.Dispose();
}
