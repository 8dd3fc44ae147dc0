using System.Globalization;

namespace ArmsClassifier.Feeds.Tests;

/// <summary>
/// One test document of a file <c>Feeds/*.cases</c>. The file's first line is what the documents stand in; then follow, for each, a line
/// <c># name</c>, the document (whole where its first line is <c>raw</c>), a line <c>= title | link | date | author | text</c> for each
/// article, and a line <c>? part of a message</c> where an error or warning is due.
/// </summary>
internal sealed record FeedCase(string Name, string Document, IReadOnlyList<string> Articles, string? Message)
{
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Feeds");

    public static IEnumerable<FeedCase> Of(string file)
    {
        string[] blocks = File.ReadAllText(Path.Combine(Folder, file + ".cases")).Split("\n# ");
        string wrap = blocks[0]["wrap ".Length..].Trim();
        foreach (string block in blocks[1..])
        {
            string[] lines = block.TrimEnd('\n').Split('\n');
            int end = Array.FindIndex(lines, line => line.StartsWith("= ", StringComparison.Ordinal) || line.StartsWith("? ", StringComparison.Ordinal));
            end = end < 0 ? lines.Length : end;
            bool isRaw = lines[1] == "raw";
            string document = string.Join('\n', lines[(isRaw ? 2 : 1)..end]);
            yield return new FeedCase(
                lines[0],
                isRaw ? document : wrap.Replace("%", document, StringComparison.Ordinal),
                [.. lines[end..].Where(line => line[0] == '=').Select(line => Normal(line[2..]))],
                Array.Find(lines[end..], line => line[0] == '?')?[2..]);
        }
    }

    /// <summary>An article in the form of a case.</summary>
    public static string Write(Article article)
    {
        string date = article.Published?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
            ?? article.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        IEnumerable<string> text = article.Passages.Skip(article.Title.Length > 0 ? 1 : 0).Select(passage => passage.Text);
        return Normal($"{article.Title} | {article.Link} | {date} | {article.Author} | {string.Join(" / ", text)}");
    }

    private static string Normal(string line) => string.Join('|', line.Replace('\u00A0', ' ').Split('|', StringSplitOptions.TrimEntries));
}
