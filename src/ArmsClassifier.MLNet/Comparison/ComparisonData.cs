using ArmsClassifier.Training;

namespace ArmsClassifier.MLNet;

/// <summary>What trainers are compared on: the articles that they learn from, and those held out.</summary>
internal sealed class ComparisonData
{
    /// <summary>Holds out the first fold of the split that cross-validation uses.</summary>
    /// <exception cref="DataFormatException">There are too few articles to hold some out.</exception>
    public ComparisonData(IReadOnlyList<LabelledPassage> passages, string? lexiconFolder, TrainingSettings settings, IReadOnlyList<LabelledPassage> test)
    {
        LabelledPassage[] rows = Trainer.Canonical(passages);
        int[] folds = DataSplit.Folds(rows, settings.Folds);
        Training = [.. rows.Where((_, i) => folds[i] != 0)];
        HeldOut = [.. rows.Where((_, i) => folds[i] == 0)];
        Labels = [.. Training.Select(r => r.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        LexiconFolder = lexiconFolder;
        Settings = settings;
        Test = test;
        if (Labels.Length < 2 || HeldOut.Length == 0)
        {
            throw new DataFormatException($"{rows.Length} passages with {Labels.Length} labels to learn from and {HeldOut.Length} to hold out; a comparison needs more articles");
        }
    }

    /// <summary>The passages to learn from.</summary>
    public LabelledPassage[] Training { get; }

    /// <summary>The passages of articles that are in no passage to learn from.</summary>
    public LabelledPassage[] HeldOut { get; }

    /// <summary>Passages of another origin; may be empty.</summary>
    public IReadOnlyList<LabelledPassage> Test { get; }

    /// <summary>The labels, ordered.</summary>
    public string[] Labels { get; }

    /// <summary>The lexicon, or null.</summary>
    public string? LexiconFolder { get; }

    /// <summary>The settings.</summary>
    public TrainingSettings Settings { get; }

    /// <summary>The figures of a trainer from what its model says.</summary>
    public ComparedTrainer Compared(
        string name, string features, TimeSpan time, long bytes, Func<IReadOnlyList<LabelledPassage>, IReadOnlyList<Prediction>> predict, Action<string> score)
    {
        IReadOnlyList<Prediction> heldOut = predict(HeldOut);
        return new ComparedTrainer
        {
            Name = name,
            Features = features,
            TrainingTime = time,
            Bytes = bytes,
            HeldOut = Evaluator.Report(heldOut),
            HeldOutFeed = Evaluator.Report([.. heldOut.Where(p => Settings.IsFeed(p.Passage))]),
            Test = Test.Count == 0 ? null : Evaluator.Report(predict(Test)),
            Speed = ScoringSpeed.Measure([.. HeldOut.Select(p => p.Text)], score),
        };
    }
}
