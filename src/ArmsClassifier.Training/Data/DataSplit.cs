using System.Security.Cryptography;
using System.Text;
using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training;

/// <summary>
/// Splits passages into folds so that the passages of one article, articles of one group, and articles that share a run of
/// <see cref="ShingleWords"/> words stay together. Depends on the passages only, not on their order.
/// </summary>
internal static class DataSplit
{
    /// <summary>Words of a run that makes two passages near-duplicates.</summary>
    public const int ShingleWords = 12;

    /// <summary>The fold of each passage, 0 to <paramref name="folds"/> - 1.</summary>
    public static int[] Folds(IReadOnlyList<LabelledPassage> passages, int folds)
    {
        string[] groups = Groups(passages);
        var sizes = groups.CountBy(g => g, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var foldOf = new Dictionary<string, int>(StringComparer.Ordinal);
        var filled = new int[folds];
        foreach (string group in sizes.Keys.OrderBy(Digest, StringComparer.Ordinal))
        {
            int least = Array.IndexOf(filled, filled.Min());
            foldOf[group] = least;
            filled[least] += sizes[group];
        }

        return [.. groups.Select(g => foldOf[g])];
    }

    /// <summary>The runs of <see cref="ShingleWords"/> words of a text.</summary>
    public static IEnumerable<string> Shingles(string text)
    {
        List<string> words = LexiconBuilder.TokensOf(text);
        for (int i = 0; i + ShingleWords <= words.Count; i++)
        {
            yield return string.Join(' ', words.GetRange(i, ShingleWords));
        }
    }

    private static string[] Groups(IReadOnlyList<LabelledPassage> passages)
    {
        var parent = passages.Select(p => p.Article).Distinct(StringComparer.Ordinal).ToDictionary(a => a, a => a, StringComparer.Ordinal);
        var firstWith = new Dictionary<string, string>(StringComparer.Ordinal);
        var firstOf = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (LabelledPassage passage in passages)
        {
            if (passage.Group is { } group && !firstOf.TryAdd(group, passage.Article))
            {
                Join(parent, firstOf[group], passage.Article);
            }

            foreach (string shingle in Shingles(passage.Text))
            {
                if (!firstWith.TryAdd(shingle, passage.Article))
                {
                    Join(parent, firstWith[shingle], passage.Article);
                }
            }
        }

        return [.. passages.Select(p => Root(parent, p.Article))];
    }

    // The lesser name becomes the root, so that the order of joining does not matter.
    private static void Join(Dictionary<string, string> parent, string a, string b)
    {
        (a, b) = (Root(parent, a), Root(parent, b));
        if (string.CompareOrdinal(a, b) < 0)
        {
            parent[b] = a;
        }
        else
        {
            parent[a] = b;
        }
    }

    private static string Root(Dictionary<string, string> parent, string article)
    {
        while (parent[article] != article)
        {
            article = parent[article];
        }

        return article;
    }

    private static string Digest(string group) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(group)));
}
