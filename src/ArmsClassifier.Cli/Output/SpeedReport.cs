using System.Globalization;
using System.Text;
using System.Text.Json;
using ArmsClassifier.Cli.Speed;

namespace ArmsClassifier.Cli.Output;

/// <summary>Figures of speed, for people and for machines. A megabyte is 10^6 bytes of UTF-8.</summary>
internal static class SpeedReport
{
    private const int NameWidth = 26;
    private const int FigureWidth = 16;
    private const int Digits = 4;

    /// <summary>A table.</summary>
    public static void WriteText(Stream stream, ModelInfo model, SpeedText text, SpeedFigures figures)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        double meanBytes = MeanBytes(text);
        Line("text", PlainText.Clean(text.Source));
        Line("passages", string.Create(CultureInfo.InvariantCulture, $"{text.Passages.Length:N0}, {meanBytes:0} bytes on average"));
        Line("model", PlainText.Clean(model.Name));
        Line("model loaded in", string.Create(CultureInfo.InvariantCulture, $"{figures.Load * 1e3:0.0} ms; {figures.FirstLoad * 1e3:0.0} ms the first time in a process"));
        writer.WriteLine();
        Row("in memory", "us a passage", "MB/s", "bytes allocated");
        Row("one core", Micros(figures.OneCore), Rate(figures.OneCore), string.Create(CultureInfo.InvariantCulture, $"{figures.AllocatedBytes:0.##}"));
        Row(figures.Cores == 1 ? "all cores (1)" : string.Create(CultureInfo.InvariantCulture, $"all cores ({figures.Cores})"), Micros(figures.AllCores), Rate(figures.AllCores), "");

        void Line(string name, string value) => writer.WriteLine(name.PadRight(NameWidth) + value);
        void Row(string name, params ReadOnlySpan<string> values)
        {
            var line = new StringBuilder(name.PadRight(NameWidth));
            foreach (string value in values)
            {
                line.Append(value.PadLeft(FigureWidth));
            }

            writer.WriteLine(line.ToString().TrimEnd());
        }

        string Micros(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds * 1e6:0.00}");
        string Rate(double seconds) => string.Create(CultureInfo.InvariantCulture, $"{meanBytes / seconds / 1e6:0.0}");
    }

    /// <summary>One JSON object.</summary>
    public static void WriteJson(Stream stream, ModelInfo model, SpeedText text, SpeedFigures figures)
    {
        using var line = new JsonLine(indented: true);
        Utf8JsonWriter json = line.Json;
        double meanBytes = MeanBytes(text);
        json.WriteStartObject();
        json.WriteString("model", model.Name);
        json.WriteString("text", text.Source);
        json.WriteNumber("passages", text.Passages.Length);
        json.WriteNumber("bytes", text.Bytes);
        Number("meanBytes", meanBytes);
        Number("loadMilliseconds", figures.Load * 1e3);
        Number("firstLoadMilliseconds", figures.FirstLoad * 1e3);
        json.WriteStartObject("oneCore");
        Rate(figures.OneCore);
        Number("allocatedBytesPerPassage", figures.AllocatedBytes);
        json.WriteEndObject();
        json.WriteStartObject("allCores");
        json.WriteNumber("cores", figures.Cores);
        Rate(figures.AllCores);
        json.WriteEndObject();
        json.WriteEndObject();
        line.WriteTo(stream);

        void Rate(double seconds)
        {
            Number("microsecondsPerPassage", seconds * 1e6);
            Number("megabytesPerSecond", meanBytes / seconds / 1e6);
        }

        void Number(string name, double value) => json.WriteNumber(name, Math.Round(value, Digits));
    }

    private static double MeanBytes(SpeedText text) => text.Bytes / (double)text.Passages.Length;
}
