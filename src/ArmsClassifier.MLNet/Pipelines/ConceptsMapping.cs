using System.Text;
using ArmsClassifier.Features;
using ArmsClassifier.Text;
using ArmsClassifier.Training;
using ArmsClassifier.Training.Fitting;
using Microsoft.ML.Transforms;

namespace ArmsClassifier.MLNet.Pipelines;

/// <summary>The step of a pipeline that tells the concepts of a passage.</summary>
[CustomMappingFactoryAttribute(Contract)]
internal sealed class ConceptsMapping : CustomMappingFactory<ClassifyInput, ConceptsOutput>
{
    /// <summary>Name of the step in saved pipelines.</summary>
    public const string Contract = "ArmsClassifier.Concepts.1";

    /// <summary>What stands before the name of a class of the first sentence.</summary>
    private const string LeadPrefix = "lead:";

    // Concepts are told by units and terms: pairs and grams need not be counted.
    private static readonly TrainingSettings s_unitsAlone = new() { PairWeight = 0, GramWeight = 0 };

    /// <inheritdoc/>
    public override Action<ClassifyInput, ConceptsOutput> GetMapping() => Map;

    /// <summary>Reads a row: the classes in the order of the terms that have them, so that the same passage gives the same text.</summary>
    public static void Map(ClassifyInput input, ConceptsOutput output)
    {
        Lexicon lexicon = CarriedModel.Read(input.Model).Linear.Lexicon;
        using FoldedText text = FoldedText.Of(input.Text.Span[..Math.Min(input.Text.Length, Classifier.MaxPassageChars)], keepOffsets: false);
        var counts = new Dictionary<Term, int>();
        var sink = new CountingSink(text.Buffer, counts, s_unitsAlone);
        FeatureExtractor.Extract(text, lexicon, ref sink);
        var names = new StringBuilder();
        foreach ((Term term, int count) in counts.OrderBy(counted => counted.Key))
        {
            foreach (int mark in MarksOf(term, lexicon))
            {
                Write(names, lexicon.Marks[mark].Name, term.Kind is TermKind.LeadSymbol or TermKind.LeadConcept, count);
            }
        }

        output.ArmsConcepts = names.ToString().AsMemory();
    }

    private static int[] MarksOf(Term term, Lexicon lexicon) => term.Kind switch
    {
        TermKind.Concept or TermKind.LeadConcept => [(int)term.Key],
        TermKind.Symbol or TermKind.LeadSymbol when (int)term.Key >= lexicon.TokenCount => [(int)term.Key - lexicon.TokenCount],
        TermKind.Symbol or TermKind.LeadSymbol => [.. lexicon.ImpliedConcepts((int)term.Key).ToArray().Select(mark => (int)mark)],
        _ => [],
    };

    private static void Write(StringBuilder names, string name, bool isLead, int times)
    {
        for (int i = 0; i < times; i++)
        {
            names.Append(names.Length > 0 ? " " : "").Append(name);
            if (isLead)
            {
                names.Append(' ').Append(LeadPrefix).Append(name);
            }
        }
    }
}
