using ArmsClassifier.Features;

namespace ArmsClassifier.Training.Fitting;

/// <summary>
/// Passages read once: the lexicon of their words, and what the extractor reports of each. Fits to parts of the passages share it; what they
/// learn depends on their own part alone, as a feature that no passage of the part has is no feature there.
/// </summary>
internal sealed class TrainingText
{
    private TrainingText(LabelledPassage[] rows, LexiconBuilder lexicon, TermCounts counts, IReadOnlyDictionary<ulong, string> spellings)
    {
        Rows = rows;
        Lexicon = lexicon;
        Counts = counts;
        Spellings = spellings;
    }

    /// <summary>The passages, in canonical order.</summary>
    public LabelledPassage[] Rows { get; }

    /// <summary>The words and terms.</summary>
    public LexiconBuilder Lexicon { get; }

    /// <summary>The terms of each passage.</summary>
    public TermCounts Counts { get; }

    /// <summary>The spelling of each token, by hash.</summary>
    public IReadOnlyDictionary<ulong, string> Spellings { get; }

    /// <summary>The classes of the lexicon.</summary>
    public Mark[] Marks => Lexicon.Lexicon.Marks;

    /// <summary>Reads <paramref name="rows"/>, which must be in canonical order.</summary>
    public static TrainingText Read(LabelledPassage[] rows, IReadOnlyList<LexiconEntry> entries, TrainingSettings settings)
    {
        string[] texts = Array.ConvertAll(rows, row => row.Text);
        LexiconBuilder lexicon = LexiconBuilder.Build(texts, entries, settings);
        return new TrainingText(rows, lexicon, TermCounts.Extract(texts, lexicon.Lexicon, settings), LexiconBuilder.Spellings(texts));
    }
}
