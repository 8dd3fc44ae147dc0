using System.Globalization;
using System.Net;
using System.Text;

namespace ArmsClassifier.Cli.Output;

/// <summary>
/// A page for a person: the passages that matter, grouped by label, the words that decided marked. One file without script or outside
/// resource; a browser is told to allow neither. Text of the input is shown as text, whatever it holds. Background labels are counted, not
/// shown. Memory is bounded: of each label the surest passages are shown.
/// </summary>
/// <param name="model">The model whose results are shown.</param>
internal sealed class HtmlDigest(ModelInfo model)
{
    private readonly DigestSection[] _sections = [.. model.Labels.Where((_, i) => model.LabelRoles[i] != LabelRole.Background).Select(label => new DigestSection(label))];
    private long _articles;
    private long _passages;

    /// <summary>Takes an article in.</summary>
    public void Add(ArticleResult result)
    {
        _articles++;
        foreach ((Passage passage, PassageResult? found) in result.Passages)
        {
            _passages += found is null ? 0 : 1;
            if (found is not null && Array.Find(_sections, section => section.Label == found.Label) is { } section)
            {
                section.Add(new DigestEntry(result.Article, passage, found));
            }
        }
    }

    /// <summary>Writes the page.</summary>
    public void WriteTo(Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        string css = DigestStyle.Css.ReplaceLineEndings("\n");
        writer.WriteLine("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
        writer.WriteLine($"<meta http-equiv=\"Content-Security-Policy\" content=\"{DigestStyle.Policy(css)}\">");
        writer.WriteLine("<meta name=\"viewport\" content=\"width=device-width\">\n<meta name=\"referrer\" content=\"no-referrer\">");
        writer.WriteLine($"<title>Digest of {Number(_articles)} articles</title>");
        writer.WriteLine($"<style>{css}</style>\n</head>\n<body>");
        writer.WriteLine($"<h1>Digest of {Number(_articles)} articles</h1>");
        writer.WriteLine($"<p class=\"about\">{Number(_passages)} passages, labelled by {Text(model.Name)}; {Number(_passages - _sections.Sum(s => s.Count))} are about something else.</p>");
        writer.WriteLine("<nav>");
        for (int i = 0; i < _sections.Length; i++)
        {
            writer.WriteLine($"<a href=\"#s{Number(i)}\">{Text(_sections[i].Label)} ({Number(_sections[i].Count)})</a>");
        }

        writer.WriteLine("</nav>");
        for (int i = 0; i < _sections.Length; i++)
        {
            Write(writer, _sections[i], i);
        }

        writer.WriteLine("</body>\n</html>");
    }

    private static void Write(StreamWriter writer, DigestSection section, int index)
    {
        writer.WriteLine($"<section id=\"s{Number(index)}\">\n<h2>{Text(section.Label)}</h2>");
        IReadOnlyList<DigestEntry> entries = section.Take();
        if (entries.Count < section.Count)
        {
            writer.WriteLine($"<p class=\"about\">The {Number(entries.Count)} surest of {Number(section.Count)} passages.</p>");
        }

        foreach (DigestEntry entry in entries)
        {
            writer.WriteLine("<article>");
            writer.WriteLine($"<p>{Marked(entry.Passage.Text, entry.Result)}</p>");
            writer.WriteLine($"<p class=\"about\">{About(entry)}</p>");
            writer.WriteLine("</article>");
        }

        writer.WriteLine("</section>");
    }

    private static string About(DigestEntry entry)
    {
        Article article = entry.Article;
        string title = Text(article.Title.Length > 0 ? article.Title : article.Id);
        string link = Uri.TryCreate(article.Link, UriKind.Absolute, out Uri? uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
            ? $"<a rel=\"noopener noreferrer\" href=\"{Text(uri.AbsoluteUri)}\">{title}</a>"
            : title;
        string[] parts =
        [
            string.Create(CultureInfo.InvariantCulture, $"{entry.Result.Probability * 100:0} %{(entry.Result.Abstained ? ", not sure" : "")}"),
            entry.Result.Also is null ? "" : "also " + Text(entry.Result.Also),
            link,
            Names.Of(article.Date) ?? "",
            Text(article.Source),
        ];
        return string.Join(" · ", parts.Where(part => part.Length > 0));
    }

    private static string Marked(string text, PassageResult result)
    {
        var html = new StringBuilder();
        int at = 0;
        foreach (Evidence evidence in Reasons.Strongest(result).OrderBy(e => e.Start))
        {
            html.Append(Text(text[at..evidence.Start])).Append("<mark>");
            at = evidence.Start + evidence.Length;
            html.Append(Text(text[evidence.Start..at])).Append("</mark>");
        }

        return html.Append(Text(text[at..])).ToString();
    }

    private static string Text(string text) => WebUtility.HtmlEncode(PlainText.Clean(text));

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
