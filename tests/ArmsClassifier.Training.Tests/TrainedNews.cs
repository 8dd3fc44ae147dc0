namespace ArmsClassifier.Training.Tests;

/// <summary>A model of the synthetic news, trained once for all tests that only look at it.</summary>
internal static class TrainedNews
{
    public static readonly LabelledPassage[] Passages = SyntheticNews.Passages(100);

    public static readonly TrainingSettings Settings = new()
    {
        ModelName = "synthetic",
        Groups = new Dictionary<string, IReadOnlyList<string>>
        {
            ["sky"] = ["storm-word", "downpour", "wet", "sea"],
            ["play"] = ["cup", "late-time", "prize", "body", "player"],
            ["chill"] = ["cold"],
            ["sum"] = ["money", "percent"],
        },
    };

    private static readonly Lazy<TrainingResult> s_result = new(() => Train(Passages, Settings));
    private static readonly Lazy<Classifier> s_classifier = new(() => Load(s_result.Value.Model));

    public static TrainingResult Result => s_result.Value;

    public static Classifier Classifier => s_classifier.Value;

    public static TrainingResult Train(LabelledPassage[] passages, TrainingSettings? settings = null)
    {
        using var folder = new TempFolder();
        return Trainer.Train(passages, SyntheticNews.WriteLexicon(folder), settings ?? Settings);
    }

    public static Classifier Load(ReadOnlyMemory<byte> model, ClassifierOptions? options = null)
    {
        using var stream = new MemoryStream(model.ToArray());
        return Classifier.Load(stream, options);
    }
}
