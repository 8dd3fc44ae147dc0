using System.Text;
using ArmsClassifier.Cli.Input;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Speed;

/// <summary>The passages that speed is measured on.</summary>
/// <param name="Source">Where they come from, in words.</param>
/// <param name="Passages">They; never none.</param>
internal sealed record SpeedText(string Source, string[] Passages)
{
    private const long BundledChars = 2_000_000;

    // The samples' passages have one or two sentences; by twos there are enough ways to put them together.
    private const int JoinedPassages = 2;

    /// <summary>UTF-8 bytes of the passages.</summary>
    public long Bytes { get; } = Passages.Sum(passage => (long)Encoding.UTF8.GetByteCount(passage));

    /// <summary>The sentences of the articles that come with the tool, put together anew.</summary>
    public static SpeedText Bundled() => new(
        "sentences of the three sample articles, recombined",
        RecombinedPassages.Of(SampleArticles.Read().SelectMany(article => Labelled(article).Chunk(JoinedPassages)).Select(passages => string.Join(' ', passages)), BundledChars));

    /// <summary>The passages of a file or folder that get labels; what cannot be read goes to <paramref name="bad"/>.</summary>
    /// <exception cref="InputException">There is no such file or folder.</exception>
    /// <returns>The text, or null where no passage is in it.</returns>
    public static SpeedText? Read(string path, Action<InputError> bad)
    {
        InputException.ThrowIfMissing([path]);
        var passages = new List<string>();
        foreach (DocumentItem item in DocumentReader.ReadPath(path))
        {
            if (item.Article is { } article)
            {
                passages.AddRange(Labelled(article));
            }
            else
            {
                bad(item.Error!);
            }
        }

        return passages.Count == 0 ? null : new SpeedText(path, [.. passages]);
    }

    private static IEnumerable<string> Labelled(Article article) =>
        article.Passages.Where(passage => passage.Role != PassageRole.Furniture).Select(passage => passage.Text);
}
