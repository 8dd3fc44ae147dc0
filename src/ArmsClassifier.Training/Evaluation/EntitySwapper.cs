using System.Globalization;
using System.Text;
using ArmsClassifier.Features;
using ArmsClassifier.Text;

namespace ArmsClassifier.Training;

/// <summary>Puts other entities of the same class, and other digits, into a text.</summary>
internal sealed class EntitySwapper
{
    private readonly Lexicon _lexicon;
    private readonly Dictionary<string, string[]> _kinds;

    /// <summary>A swapper that draws from the terms of <paramref name="entries"/> that <paramref name="lexicon"/> reads as one entity.</summary>
    public EntitySwapper(Lexicon lexicon, IReadOnlyList<LexiconEntry> entries)
    {
        _lexicon = lexicon;
        _kinds = entries.Where(e => e.Kind == MarkKind.Entity).Select(e => e.Term).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(AsName).Select(name => (Name: name, Entities: Find(name)))
            .Where(n => n.Entities.Count == 1 && n.Entities[0].Start == 0 && n.Entities[0].Length == n.Name.Length)
            .GroupBy(n => n.Entities[0].Kind, n => n.Name, StringComparer.Ordinal).Where(kind => kind.Count() > 1)
            .ToDictionary(kind => kind.Key, kind => kind.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>
    /// The text with every entity swapped for a random one of its kind, the same for the same, and every digit of a sum for another. A kind
    /// is a class together with the concepts that the entity brings: an aircraft is swapped for an aircraft.
    /// </summary>
    public string Swap(string text, SplitMix64 random)
    {
        var swapped = new StringBuilder(text.Length);
        var chosen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        int done = 0;
        foreach ((int start, int length, string kind) in Find(text))
        {
            string old = text.Substring(start, length);
            if (!chosen.TryGetValue(old, out string? other))
            {
                chosen[old] = other = _kinds.TryGetValue(kind, out string[]? names) ? names[random.Next(names.Length)] : WithOtherDigits(old, ref random);
            }

            swapped.Append(text, done, start - done).Append(other);
            done = start + length;
        }

        return swapped.Append(text, done, text.Length - done).ToString();
    }

    /// <summary>The entities and numbers of a text in order, in UTF-16 positions.</summary>
    private List<(int Start, int Length, string Kind)> Find(string text)
    {
        using FoldedText folded = FoldedText.Of(text, keepOffsets: true);
        var found = new List<(int Start, int End, string Kind)>();
        var sink = new EntitySink(_lexicon, found);
        FeatureExtractor.Extract(folded, _lexicon, ref sink);
        var spans = new List<(int, int, string)>(found.Count);
        foreach ((int start, int end, string kind) in found)
        {
            int first = folded.OriginalOffset(start);
            spans.Add((first, folded.OriginalOffset(end - 1) + 1 - first, kind));
        }

        return spans;
    }

    /// <summary>A term of the lexicon, which is in small letters, as a name in running text: capitals first, and throughout in what has digits.</summary>
    private static string AsName(string term) => string.Join(' ', term.Split(' ').Select(word =>
        word.Any(char.IsAsciiDigit) ? word.ToUpperInvariant() : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(word)));

    /// <summary>Digits are swapped for digits from 1 to 9, so that no number gains or loses places; what has none stays.</summary>
    private static string WithOtherDigits(string sum, ref SplitMix64 random)
    {
        char[] digits = sum.ToCharArray();
        for (int i = 0; i < digits.Length; i++)
        {
            digits[i] = char.IsAsciiDigit(digits[i]) ? (char)('1' + random.Next(9)) : digits[i];
        }

        return new string(digits);
    }

    /// <summary>Collects entities and sums with their kind.</summary>
    private readonly struct EntitySink(Lexicon lexicon, List<(int Start, int End, string Kind)> found) : IFeatureSink
    {
        // By the place where a unit starts, the concepts that it brings besides.
        private readonly SortedDictionary<int, SortedSet<string>> _concepts = [];

        /// <inheritdoc/>
        public void Term(int mark, int start, int end, bool isLead)
        {
            _concepts.TryAdd(start, new SortedSet<string>(StringComparer.Ordinal));
            _concepts[start].Add(lexicon.Marks[mark].Name);
        }

        /// <inheritdoc/>
        public void Units(in UnitRun units, bool isLead)
        {
            for (int i = 0; i < units.Count; i++)
            {
                int mark = units.Symbols[i] - lexicon.TokenCount;
                if (mark >= 0 && lexicon.Marks[mark].Name is var name && name != "year")
                {
                    int start = units.Start(i);
                    found.Add((start, units.End(i), string.Join(' ', _concepts.GetValueOrDefault(start, []).Prepend(name))));
                }
            }
        }

        /// <inheritdoc/>
        public void Context(int row, ulong key, in UnitRun units, int first, int last)
        {
        }

        /// <inheritdoc/>
        public void Pattern(int code, int start, int end)
        {
        }

        /// <inheritdoc/>
        public void EndSentence()
        {
        }
    }
}
