using ArmsClassifier.Features;
using ArmsClassifier.Text;
using Microsoft.ML.Transforms;

namespace ArmsClassifier.MLNet.Pipelines;

/// <summary>The step of a pipeline that tells the concepts of a passage.</summary>
[CustomMappingFactoryAttribute(Contract)]
internal sealed class ConceptsMapping : CustomMappingFactory<ClassifyInput, ConceptsOutput>
{
    /// <summary>Name of the step in saved pipelines.</summary>
    public const string Contract = "ArmsClassifier.Concepts.1";

    /// <inheritdoc/>
    public override Action<ClassifyInput, ConceptsOutput> GetMapping() => Map;

    /// <summary>Reads a row.</summary>
    public static void Map(ClassifyInput input, ConceptsOutput output)
    {
        Lexicon lexicon = CarriedModel.Read(input.Model).Linear.Lexicon;
        using FoldedText text = FoldedText.Of(input.Text.Span[..Math.Min(input.Text.Length, Classifier.MaxPassageChars)], keepOffsets: false);
        var sink = new ConceptSink(lexicon);
        FeatureExtractor.Extract(text, lexicon, ref sink);
        output.ArmsConcepts = sink.ToString().AsMemory();
    }
}
