namespace ArmsClassifier.Cli.Speed;

/// <summary>
/// New text out of old: distinct passages whose sentences are drawn at random from given passages, as many sentences each as those have. A processor
/// learns a few passages by heart, and then reads them faster than any news. The same in every run on every machine.
/// </summary>
internal static class RecombinedPassages
{
    private const ulong Multiplier = 6_364_136_223_846_793_005;
    private const ulong Increment = 1_442_695_040_888_963_407;

    // Few sentences make few distinct passages; after so many failures in a row there are no more.
    private const int MaxFailures = 10_000;

    /// <summary>Distinct passages, without line breaks.</summary>
    /// <param name="passages">The passages that the sentences come from; at least one is not blank.</param>
    /// <param name="minChars">How many UTF-16 characters they have at least, all together, if there are sentences enough.</param>
    public static string[] Of(IEnumerable<string> passages, long minChars)
    {
        var sentences = new List<string>();
        var lengths = new List<int>();
        foreach (string passage in passages)
        {
            int before = sentences.Count;
            AddSentences(passage, sentences);
            lengths.Add(sentences.Count - before);
        }

        ulong state = Increment;
        var recombined = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var parts = new List<string>();
        int failures = 0;
        for (long chars = 0; chars < minChars && failures < MaxFailures;)
        {
            parts.Clear();
            for (int left = lengths[Next(ref state, lengths.Count)]; left > 0; left--)
            {
                parts.Add(sentences[Next(ref state, sentences.Count)]);
            }

            string passage = string.Join(' ', parts);
            bool isNew = passage.Length > 0 && seen.Add(passage);
            failures = isNew ? 0 : failures + 1;
            if (isNew)
            {
                recombined.Add(passage);
                chars += passage.Length;
            }
        }

        return [.. recombined];
    }

    /// <summary>The sentences of a passage, roughly: one ends at a stop before white space and a capital letter, digit or quotation mark.</summary>
    private static void AddSentences(string passage, List<string> sentences)
    {
        string text = OneLine(passage);
        int begin = 0;
        for (int i = 1; i + 1 < text.Length; i++)
        {
            if (text[i] == ' ' && IsStop(text, i - 1) && (char.IsUpper(text[i + 1]) || char.IsDigit(text[i + 1]) || text[i + 1] is '"' or '“'))
            {
                sentences.Add(text[begin..i]);
                begin = i + 1;
            }
        }

        if (begin < text.Length)
        {
            sentences.Add(text[begin..]);
        }
    }

    /// <summary>The passage with single blanks for all its white space.</summary>
    public static string OneLine(string passage) => string.Join(' ', passage.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsStop(string text, int at) => text[at] is '.' or '!' or '?' || (text[at] is '"' or '”' && at > 0 && text[at - 1] is '.' or '!' or '?');

    // Knuth's linear congruential generator; its upper bits are random enough to choose sentences.
    private static int Next(ref ulong state, int bound)
    {
        state = (state * Multiplier) + Increment;
        return (int)Math.BigMul(state, (ulong)bound, out _);
    }
}
