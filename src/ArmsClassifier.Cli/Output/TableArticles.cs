using System.Text;

namespace ArmsClassifier.Cli.Output;

/// <summary>For a person: one line an article.</summary>
internal sealed class TableArticles(Stream stream, ModelInfo model, Terminal terminal) : IResultWriter
{
    private const int SourceChars = 24;

    private readonly Palette _palette = new(model, terminal.HasColour);
    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(false), leaveOpen: true);
    private readonly int _labelWidth = Math.Max(Classifier.Unsupported.Length, model.Labels.Max(label => label.Length));

    /// <inheritdoc/>
    public void Write(ArticleResult result)
    {
        string label = result.Label.PadRight(_labelWidth);
        string date = Names.Of(result.Article.Date) ?? "";
        string id = PlainText.Cut(result.Article.Id, SourceChars).PadRight(SourceChars);
        string start = $"  {(result.IsArmsTrade ? "arms" : "    ")}  {date,-10}  {id}  ";
        string title = PlainText.Cut(result.Article.Title, Math.Max(20, terminal.Width - label.Length - start.Length));
        _writer.WriteLine((_palette.Label(label, result.Label) + start + title).TrimEnd());
    }

    /// <inheritdoc/>
    public void Flush()
    {
        _writer.Flush();
        stream.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
