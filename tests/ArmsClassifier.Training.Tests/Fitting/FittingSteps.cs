using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training.Tests;

/// <summary>The steps of the fitter one by one, so that what lies between them can be seen.</summary>
internal sealed class FittingSteps
{
    public FittingSteps(LabelledPassage[] passages, string[] labels, IReadOnlyList<LexiconEntry> entries, TrainingSettings settings)
    {
        string[] texts = [.. passages.Select(p => p.Text)];
        Settings = settings;
        Lexicon = LexiconBuilder.Build(texts, entries, settings);
        Counts = TermCounts.Extract(texts, Lexicon.Lexicon, settings);
        Dictionary<ulong, string> unknown = LexiconBuilder.Spellings(texts);
        Space = FeatureSpace.Build(Counts, Lexicon, unknown, settings);
        TermRows = Space.TermRows;
        Matrix = new TrainingMatrix(Counts, TermRows, Features, labels.Length);
        Targets = TrainingTargets.Of(passages, labels, settings);
    }

    public TrainingSettings Settings { get; }

    public LexiconBuilder Lexicon { get; }

    public TermCounts Counts { get; }

    public FeatureSpace Space { get; }

    public List<(int Feature, float Value)>[] TermRows { get; }

    public TrainingMatrix Matrix { get; }

    public TrainingTargets Targets { get; }

    public int Features => Space.Features.Length;

    /// <summary>The weights of one regression; what they are a product of besides can be given by feature and label.</summary>
    public double[] Fit(int maxIterations, double[]? scales = null) =>
        LogisticRegression.Fit(Matrix, Targets, Settings.C, scales, maxIterations);
}
