using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.ML;

namespace ArmsClassifier.MLNet.Pipelines;

/// <summary>
/// A model of ours inside an ML.NET pipeline. ML.NET saves no state of transformers from outside, but it saves the text of its own expressions:
/// the model file travels as a text constant, and rows refer to that one text without copying it.
/// </summary>
internal static class CarriedModel
{
    /// <summary>The column that refers to the model.</summary>
    public const string Column = "ArmsClassifierModel";

    // By the text that carries it: as long as a pipeline is alive, its model is read once.
    private static readonly ConditionalWeakTable<string, Classifier> s_classifiers = [];

    /// <summary>A step that gives every row a reference to the model.</summary>
    /// <param name="context">The environment.</param>
    /// <param name="model">The model file, byte for byte.</param>
    /// <param name="anyTextColumn">A text column that the rows have; its content does not matter.</param>
    public static IEstimator<ITransformer> Attach(MLContext context, ReadOnlySpan<byte> model, string anyTextColumn) =>
        context.Transforms.Expression(Column, $"x => \"{Convert.ToBase64String(model)}\"", anyTextColumn);

    /// <summary>The classifier of the model that <paramref name="text"/> carries. Safe for any number of threads.</summary>
    /// <exception cref="ModelFormatException">The text is no model.</exception>
    public static Classifier Read(ReadOnlyMemory<char> text)
    {
        if (MemoryMarshal.TryGetString(text, out string? whole, out _, out int length) && length == whole.Length)
        {
            return s_classifiers.GetValue(whole, static carried => Load(carried));
        }

        return Load(text.Span);
    }

    private static Classifier Load(ReadOnlySpan<char> text)
    {
        var bytes = new byte[(text.Length / 4 * 3) + 3];
        if (!Convert.TryFromBase64Chars(text, bytes, out int length))
        {
            throw new ModelFormatException("the pipeline carries no model of this library where one is expected; save it anew");
        }

        using var stream = new MemoryStream(bytes, 0, length);
        return Classifier.Load(stream);
    }
}
