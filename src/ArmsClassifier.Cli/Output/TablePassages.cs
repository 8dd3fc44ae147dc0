using System.Globalization;
using System.Text;

namespace ArmsClassifier.Cli.Output;

/// <summary>For a person: a heading for each article, and under it one line a passage.</summary>
internal sealed class TablePassages(Stream stream, ModelInfo model, PassageChoice choice, Terminal terminal) : IResultWriter
{
    private readonly Palette _palette = new(model, terminal.HasColour);
    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(false), leaveOpen: true);
    private readonly int _labelWidth = Math.Max(Classifier.Unsupported.Length, model.Labels.Max(label => label.Length));

    /// <inheritdoc/>
    public void Write(ArticleResult result)
    {
        _writer.WriteLine(_palette.Strong(PlainText.Cut(Heading(result.Article), terminal.Width)));
        _writer.WriteLine(ArticleVerdict.Of(result, _palette));
        foreach ((_, Passage passage, PassageResult? found) in choice.Of(result))
        {
            string start = string.Create(CultureInfo.InvariantCulture, $"{passage.Line,6}  ");
            string label = (found?.Label ?? "furniture").PadRight(_labelWidth);
            string share = found is null ? "      " : string.Create(CultureInfo.InvariantCulture, $"{found.Probability * 100,3:0} %{(found.Abstained ? "?" : " ")}");
            string text = PlainText.Cut(passage.Text, Math.Max(20, terminal.Width - start.Length - label.Length - share.Length - 4));
            _writer.WriteLine(start + _palette.Label(label, found?.Label ?? "") + "  " + share + "  " + (found is null ? _palette.Faint(text) : text));
            if (choice.WithEvidence && found is not null && Reasons.Line(passage.Text, found) is { Length: > 0 } why)
            {
                _writer.WriteLine(_palette.Faint(new string(' ', start.Length) + "because of " + why));
            }
        }

        _writer.WriteLine();
    }

    /// <inheritdoc/>
    public void Flush()
    {
        _writer.Flush();
        stream.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();

    private static string Heading(Article article) => article.Title.Length > 0 ? $"{article.Title}  ({article.Id})" : article.Id;
}
