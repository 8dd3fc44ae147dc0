using ArmsClassifier.Features;
using ArmsClassifier.Text;

namespace ArmsClassifier.Training.Fitting;

/// <summary>A lexicon in the making: the words that training text and the gazetteers bring, with their spelling.</summary>
internal sealed class LexiconBuilder
{
    private LexiconBuilder(Lexicon lexicon, string[] words)
    {
        Lexicon = lexicon;
        Words = words;
    }

    /// <summary>The compiled lexicon.</summary>
    public Lexicon Lexicon { get; }

    /// <summary>The spelling of each known token, folded and in lower case, by index.</summary>
    public string[] Words { get; }

    /// <summary>Compiles the words of <paramref name="passages"/> that enough passages have, and all terms of <paramref name="entries"/>.</summary>
    public static LexiconBuilder Build(IEnumerable<string> passages, IReadOnlyList<LexiconEntry> entries, TrainingSettings settings)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (string passage in passages)
        {
            seen.Clear();
            seen.UnionWith(TokensOf(passage));
            foreach (string word in seen)
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }

        var words = new SortedSet<string>(counts.Where(c => c.Value >= settings.MinWordPassages && !c.Key.All(char.IsAsciiDigit)).Select(c => c.Key), StringComparer.Ordinal);
        (LexiconEntry Entry, string[] Tokens)[] terms =
            [.. entries.Select(e => (e, TokensOf(e.Term).ToArray())).OrderBy(t => string.Join(' ', t.Item2), StringComparer.Ordinal)
                .ThenBy(t => t.e.Class, StringComparer.Ordinal).ThenBy(t => t.e.Case)];
        words.UnionWith(terms.SelectMany(t => t.Tokens));

        // Frequent words first: what a text needs lies close together in memory.
        string[] ordered = [.. words.OrderByDescending(word => counts.GetValueOrDefault(word))];
        Mark[] marks = [.. NumberMarks.BuiltIn, .. entries.Select(e => new Mark(e.Class, e.Kind)).Except(NumberMarks.BuiltIn).Distinct().OrderBy(m => m.Name, StringComparer.Ordinal).ThenBy(m => m.Kind)];
        return new LexiconBuilder(Compile(ordered, Grouped(marks, settings), terms, settings), ordered);
    }

    /// <summary>The tokens of a text, folded and in lower case.</summary>
    public static List<string> TokensOf(string text)
    {
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        using var tokenized = new TokenizedText(folded);
        var words = new List<string>(tokenized.Tokens.Length);
        foreach (ref readonly Token token in tokenized.Tokens)
        {
            words.Add(string.Create(token.Length, (folded.Buffer, token.Start), static (chars, source) =>
            {
                for (int i = 0; i < chars.Length; i++)
                {
                    // The same bit that hashing ignores, so that words differ here exactly where they differ there.
                    chars[i] = (char)(source.Buffer[source.Start + i] | 0x20);
                }
            }));
        }

        return words;
    }

    /// <summary>The spelling of every token of <paramref name="texts"/>, by hash.</summary>
    public static Dictionary<ulong, string> Spellings(IEnumerable<string> texts)
    {
        var spellings = new Dictionary<ulong, string>();
        foreach (string word in texts.SelectMany(TokensOf))
        {
            spellings.TryAdd(HashOf(word), word);
        }

        return spellings;
    }

    /// <summary>Tells each class its groups; groups are numbered by name.</summary>
    private static Mark[] Grouped(Mark[] marks, TrainingSettings settings)
    {
        string[] names = [.. settings.Groups.Keys.Order(StringComparer.Ordinal)];
        return Array.ConvertAll(marks, mark => mark with
        {
            Groups = names.Index().Aggregate(0u, (mask, group) => mask | (settings.Groups[group.Item].Contains(mark.Name) ? 1u << group.Index : 0)),
        });
    }

    private static Lexicon Compile(string[] words, Mark[] marks, (LexiconEntry Entry, string[] Tokens)[] terms, TrainingSettings settings)
    {
        ulong[] hashes = [.. words.Select(HashOf)];
        var index = new Dictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < words.Length; i++)
        {
            index[words[i]] = i;
        }

        var edges = new List<ulong>();
        var nodes = new Dictionary<ulong, int>();
        var ends = new List<LexiconTerm>();
        foreach ((LexiconEntry entry, string[] tokens) in terms)
        {
            int node = 0;
            foreach (string token in tokens)
            {
                ulong edge = ((ulong)(uint)node << 32) | (uint)index[token];
                if (!nodes.TryGetValue(edge, out int child))
                {
                    edges.Add(edge);
                    nodes[edge] = child = edges.Count;
                }

                node = child;
            }

            ends.Add(new LexiconTerm(node, (ushort)Array.FindIndex(marks, m => m.Name == entry.Class && m.Kind == entry.Kind), entry.Case));
        }

        LexiconTerm[] ordered = [.. ends.Distinct().OrderBy(t => t.Node).ThenBy(t => t.Mark).ThenBy(t => t.Case)];
        return new Lexicon(hashes, marks, edges.ToArray(), ordered, settings.ContextWeight > 0 ? null : []);
    }

    private static ulong HashOf(string word)
    {
        Span<byte> padded = new byte[word.Length + 8];
        for (int i = 0; i < word.Length; i++)
        {
            padded[i] = (byte)word[i];
        }

        return TokenHash.Of(padded, 0, word.Length);
    }
}
