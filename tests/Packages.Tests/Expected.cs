using System.Globalization;

namespace ArmsClassifier.Packages.Tests;

/// <summary>What a program with a package must print: what the project says in this process, to the last digit.</summary>
internal static class Expected
{
    /// <summary>The passage that the readme of the core labels.</summary>
    public const string Text = "Poland signed a contract to buy 96 Apache helicopters.";

    /// <summary>Code that prints <c>result</c> exactly.</summary>
    public const string Print = "Console.WriteLine(FormattableString.Invariant($\"{result.Label} {result.Probability:R}\"));\n";

    /// <summary>The line that <see cref="Print"/> prints for <see cref="Text"/>.</summary>
    public static string Line { get; } = LineOf(Classifier.LoadBundled().Classify(Text));

    public static string LineOf(PassageResult result) => string.Create(CultureInfo.InvariantCulture, $"{result.Label} {result.Probability:R}");
}
