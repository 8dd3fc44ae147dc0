namespace ArmsClassifier.Tests;

/// <summary>The model that ships with the library.</summary>
internal static class Bundled
{
    private static readonly Lazy<Classifier> s_classifier = new(() => Load());

    /// <summary>The shipped model with the default options, loaded once.</summary>
    public static Classifier Classifier => s_classifier.Value;

    /// <summary>The shipped model.</summary>
    public static Classifier Load(ClassifierOptions? options = null) => Classifier.LoadBundled(options);
}
