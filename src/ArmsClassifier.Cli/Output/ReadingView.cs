using System.Globalization;
using System.Text;

namespace ArmsClassifier.Cli.Output;

/// <summary>For a person who reads along: every passage in full beside its label, with the words that decided marked.</summary>
internal sealed class ReadingView(Stream stream, ModelInfo model, Terminal terminal) : IResultWriter
{
    private const int MaxTextChars = 100;
    private const string FurnitureBreak = " · ";

    private readonly Palette _palette = new(model, terminal.HasColour);
    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(false), leaveOpen: true);
    private readonly int _labelWidth = Math.Max("page furniture".Length, model.Labels.Max(label => label.Length));

    /// <inheritdoc/>
    public void Write(ArticleResult result)
    {
        _writer.WriteLine(_palette.Strong(PlainText.Clean(result.Article.Title)));
        _writer.WriteLine(ArticleVerdict.Of(result, _palette));
        _writer.WriteLine();
        int at = 0;
        while (at < result.Passages.Count)
        {
            (Passage passage, PassageResult? found) = result.Passages[at++];
            string text = passage.Text;
            while (found is null && at < result.Passages.Count && result.Passages[at].Result is null)
            {
                text += FurnitureBreak + result.Passages[at++].Passage.Text;
            }

            WritePassage(text, found);
            _writer.WriteLine();
        }
    }

    /// <inheritdoc/>
    public void Flush()
    {
        _writer.Flush();
        stream.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private void WritePassage(string text, PassageResult? found)
    {
        IReadOnlyList<Evidence> strongest = found is null ? [] : Reasons.Strongest(found);
        string clean = PlainText.Clean(text);
        string label = found?.Label ?? "page furniture";
        string[] margin = found is null ? [label] : [label, Confidence(found), found.Also is null ? "" : "also " + found.Also];
        int width = Math.Min(MaxTextChars, Math.Max(20, terminal.Width - _labelWidth - 4));
        string[] lines = [.. PlainText.Wrap(clean, width).Select(range => found is null ? _palette.Faint(clean[range]) : Marked(clean, range, strongest))];
        for (int i = 0; i < Math.Max(lines.Length, margin.Length); i++)
        {
            string left = (i < margin.Length ? margin[i] : "").PadRight(_labelWidth);
            string right = i < lines.Length ? lines[i] : "";
            if (right.Length > 0 || left.AsSpan().ContainsAnyExcept(' '))
            {
                _writer.WriteLine($"{_palette.Label(left, found?.Label ?? "")} {_palette.Faint("│")} {right}".TrimEnd());
            }
        }

        if (found is not null && Reasons.Line(text, found) is { Length: > 0 } why)
        {
            _writer.WriteLine($"{new string(' ', _labelWidth)} {_palette.Faint("╰ because of " + why)}");
        }
    }

    private static string Confidence(PassageResult found) =>
        string.Create(CultureInfo.InvariantCulture, $"{found.Probability * 100:0} %{(found.Abstained ? ", not sure" : "")}");

    private string Marked(string text, Range range, IReadOnlyList<Evidence> strongest)
    {
        var line = new StringBuilder();
        (int begin, int length) = range.GetOffsetAndLength(text.Length);
        int at = begin;
        foreach (Evidence evidence in strongest.OrderBy(e => e.Start))
        {
            int from = Math.Max(evidence.Start, at);
            int to = Math.Min(evidence.Start + evidence.Length, begin + length);
            if (from < to)
            {
                line.Append(text, at, from - at).Append(_palette.Evidence(text[from..to]));
                at = to;
            }
        }

        return line.Append(text, at, begin + length - at).ToString();
    }
}
