using Microsoft.ML.Transforms;

namespace ArmsClassifier.MLNet.Pipelines;

/// <summary>The step of a pipeline that classifies. ML.NET finds it by its contract's name when it loads a pipeline.</summary>
[CustomMappingFactoryAttribute(Contract)]
internal sealed class ClassifyMapping : CustomMappingFactory<ClassifyInput, ClassifyOutput>
{
    /// <summary>Name of the step in saved pipelines.</summary>
    public const string Contract = "ArmsClassifier.Classify.1";

    /// <inheritdoc/>
    public override Action<ClassifyInput, ClassifyOutput> GetMapping() => Map;

    /// <summary>Classifies a row.</summary>
    public static void Map(ClassifyInput input, ClassifyOutput output) => output.Take(CarriedModel.Read(input.Model).Classify(input.Text.Span));
}
