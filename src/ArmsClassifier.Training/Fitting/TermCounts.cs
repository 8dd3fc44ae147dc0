using System.Runtime.InteropServices;
using ArmsClassifier.Features;
using ArmsClassifier.Text;

namespace ArmsClassifier.Training.Fitting;

/// <summary>The terms of every training passage with their counts, in canonical order.</summary>
internal sealed class TermCounts
{
    private TermCounts(Term[] terms, (int Term, int Count)[][] passages, int[] sentences)
    {
        Terms = terms;
        Passages = passages;
        Sentences = sentences;
    }

    /// <summary>The distinct terms, ordered.</summary>
    public Term[] Terms { get; }

    /// <summary>Per passage: index of each of its terms, ascending, and how often it occurs.</summary>
    public (int Term, int Count)[][] Passages { get; }

    /// <summary>Per passage: how many sentences it has.</summary>
    public int[] Sentences { get; }

    /// <summary>
    /// Extracts the terms of <paramref name="texts"/>. Of the contexts that the lexicon wants, only those are taken that enough passages have:
    /// nearly all that occur at all occur once.
    /// </summary>
    public static TermCounts Extract(IReadOnlyList<string> texts, Lexicon lexicon, TrainingSettings settings)
    {
        var counted = new Dictionary<Term, int>[texts.Count];
        var sentences = new int[texts.Count];
        Parallel.For(0, texts.Count, i =>
        {
            using FoldedText folded = FoldedText.Of(texts[i], keepOffsets: false);
            counted[i] = [];
            var sink = new CountingSink(folded.Buffer, counted[i], settings);
            FeatureExtractor.Extract(folded, lexicon, ref sink);
            sentences[i] = sink.Sentences;
        });

        DropRareContexts(counted, settings.MinContextPassages);
        Term[] terms = [.. counted.SelectMany(c => c.Keys).Distinct().Order()];
        var index = new Dictionary<Term, int>(terms.Length);
        for (int i = 0; i < terms.Length; i++)
        {
            index[terms[i]] = i;
        }

        var passages = new (int, int)[texts.Count][];
        Parallel.For(0, texts.Count, i => passages[i] = [.. counted[i].Select(c => (index[c.Key], c.Value)).Order()]);
        return new TermCounts(terms, passages, sentences);
    }

    /// <summary>The counts of some passages alone.</summary>
    public TermCounts Select(int[] passages) =>
        new(Terms, Array.ConvertAll(passages, passage => Passages[passage]), Array.ConvertAll(passages, passage => Sentences[passage]));

    private static void DropRareContexts(Dictionary<Term, int>[] counted, int minPassages)
    {
        var passagesWith = new Dictionary<Term, int>();
        foreach (Term term in counted.SelectMany(terms => terms.Keys).Where(term => term.Kind == TermKind.Context))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(passagesWith, term, out _)++;
        }

        Parallel.ForEach(counted, terms =>
        {
            foreach (Term rare in terms.Keys.Where(term => term.Kind == TermKind.Context && passagesWith[term] < minPassages).ToArray())
            {
                terms.Remove(rare);
            }
        });
    }
}
