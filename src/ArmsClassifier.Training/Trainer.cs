using ArmsClassifier.Model;
using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training;

/// <summary>Labelled passages in, model file out. The same passages and settings give the same bytes, whatever the order of rows or the number of threads.</summary>
public static class Trainer
{
    /// <summary>Trains a model, cross-validating it by article on the way.</summary>
    /// <param name="passages">The training text; at least two labels, and at least as many articles as folds.</param>
    /// <param name="lexiconFolder">Folder with the lexicon's CSV files, or null for none.</param>
    /// <param name="settings">Everything else; null for the defaults.</param>
    /// <param name="progress">Told what is being done, step by step.</param>
    /// <exception cref="DataFormatException">The table cannot be trained on, or the lexicon is damaged.</exception>
    public static TrainingResult Train(
        IReadOnlyList<LabelledPassage> passages, string? lexiconFolder = null, TrainingSettings? settings = null, IProgress<TrainingStep>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(passages);
        settings ??= new TrainingSettings();
        (CrossValidated? done, string? reason) = CrossValidate(passages, lexiconFolder, settings, progress);
        CrossValidated validated = done ?? throw new DataFormatException(reason!);
        (TrainingText text, int[] folds, string[] labels, IReadOnlyList<LexiconEntry> lexicon, HeldOut[] heldOut, Calibrated calibrated, _) = validated;
        LabelledPassage[] rows = text.Rows;
        ModelInfo info = calibrated.Info with { TrainingDataHash = DataHash.Of(rows, lexicon) };
        IReadOnlyList<Prediction> predictions = validated.Predictions;
        EvaluationReport report = Evaluator.Report(predictions);
        info = info with { Metrics = Metrics(report) };
        int steps = settings.Folds + 1;

        progress?.Report(new TrainingStep("all passages", settings.Folds, steps));
        FittedModel fitted = ModelFitter.Fit(text, [.. Enumerable.Range(0, rows.Length)], labels, settings).Pooled(calibrated.Pooling);
        var model = new Classifier(new LinearModel(info, fitted.Marks, fitted.Tensors));
        using var file = new MemoryStream();
        ModelFile.Write(file, info, fitted.Marks, fitted.Tensors);
        var result = new TrainingResult
        {
            Model = file.ToArray(),
            Info = info,
            HeldOut = predictions,
            HeldOutOwnMix = validated.OwnMix,
            Report = report,
            FeedTables = settings.FeedTables,
            Invariance = lexicon.Count == 0 ? null : Invariance.Report(model, rows, lexicon),
            LearningCurve = LearningCurve.Run(text, folds, heldOut, labels, settings),
            TopFeatures = fitted.TopFeatures,
        };
        progress?.Report(new TrainingStep("done", steps, steps));
        return result;
    }

    /// <summary>Cross-validates a table by article.</summary>
    /// <returns>The predictions; or null, and why the table cannot be cut into folds and trained on.</returns>
    /// <exception cref="DataFormatException">The settings do not fit the table, or the lexicon is damaged.</exception>
    internal static (CrossValidated? Validated, string? Reason) CrossValidate(
        IReadOnlyList<LabelledPassage> passages, string? lexiconFolder, TrainingSettings settings, IProgress<TrainingStep>? progress)
    {
        settings.Check();
        LabelledPassage[] rows = Canonical(passages);
        string[] labels = [.. rows.Select(r => r.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        (int[] folds, string? reason) = Folds(rows, labels, settings);
        if (reason is not null)
        {
            return (null, reason);
        }

        IReadOnlyList<LexiconEntry> lexicon = lexiconFolder is null ? [] : LexiconTable.ReadFolder(lexiconFolder);
        CheckNames(labels, lexicon, settings);
        TrainingText text = TrainingText.Read(rows, lexicon, settings);
        HeldOut[] heldOut = CrossValidation.Run(
            text, folds, labels, settings, fold => progress?.Report(new TrainingStep($"fold {fold + 1} of {settings.Folds}", fold, settings.Folds + 1)));
        return (new CrossValidated(text, folds, labels, lexicon, heldOut, Calibration.Calibrate(heldOut, rows, labels, settings), settings), null);
    }

    /// <summary>The passages in the order that training and the data hash take them in.</summary>
    internal static LabelledPassage[] Canonical(IReadOnlyList<LabelledPassage> passages) =>
        [.. passages.OrderBy(p => p.Article, StringComparer.Ordinal).ThenBy(p => p.Position).ThenBy(p => p.Text, StringComparer.Ordinal)
            .ThenBy(p => p.Label, StringComparer.Ordinal).ThenBy(p => p.Also, StringComparer.Ordinal).ThenBy(p => p.Role).ThenBy(p => p.Group, StringComparer.Ordinal).ThenBy(p => p.Table, StringComparer.Ordinal)];

    /// <summary>The fold of each passage; or why the table cannot be cut into folds.</summary>
    private static (int[] Folds, string? Reason) Folds(LabelledPassage[] rows, string[] labels, TrainingSettings settings)
    {
        if (labels.Length < 2)
        {
            return ([], $"the table has {labels.Length} labels; training needs at least two");
        }

        if (!rows.Any(settings.IsFeed))
        {
            return ([], $"no passage comes from the feed tables of the settings ({string.Join(", ", settings.FeedTables)}); name tables of the data, or none");
        }

        int articles = rows.Select(r => r.Article).Distinct(StringComparer.Ordinal).Count();
        if (articles < settings.Folds * 2)
        {
            return ([], $"the table has {articles} articles; cross-validation in {settings.Folds} folds needs at least {settings.Folds * 2}");
        }

        int[] folds = DataSplit.Folds(rows, settings.Folds);
        return folds.Distinct().Count() == settings.Folds
            ? (folds, null)
            : ([], $"the table cannot be cut into {settings.Folds} folds: too few articles that share no run of {DataSplit.ShingleWords} words; add articles, or delete repeated boilerplate");
    }

    /// <summary>Holds the names in the settings to the data and the lexicon: a misspelt one would be passed over in silence.</summary>
    private static void CheckNames(string[] labels, IReadOnlyList<LexiconEntry> lexicon, TrainingSettings settings)
    {
        string[] classes = [.. lexicon.Select(e => e.Class), .. Features.NumberMarks.BuiltIn.Select(m => m.Name)];
        string? unknown = settings.LabelRoles.Keys.Concat(settings.Prior.Keys).Except(labels, StringComparer.Ordinal).FirstOrDefault()
            ?? settings.Groups.Values.SelectMany(group => group).Except(classes, StringComparer.Ordinal).FirstOrDefault();
        if (unknown is not null)
        {
            throw new DataFormatException($"the settings name '{unknown}', which is neither a label of the data nor a class of the lexicon; correct or delete it");
        }

        int classNames = lexicon.Select(e => new Features.Mark(e.Class, e.Kind)).Union(Features.NumberMarks.BuiltIn).Count();
        if (settings.ContextWeight > 0 && classNames > Features.ClassSet.Capacity)
        {
            throw new DataFormatException(
                $"the lexicon and the built-in classes are {classNames} classes; contexts are found of at most {Features.ClassSet.Capacity}: merge classes, or set contextWeight to 0");
        }

        if (settings.LabelRoles.Values.Count(role => role == LabelRole.Background) > 1)
        {
            throw new DataFormatException("the settings give two labels the role background; an article has one");
        }
    }

    private static SortedDictionary<string, double> Metrics(EvaluationReport report) => new(StringComparer.Ordinal)
    {
        ["n"] = report.N,
        ["accuracy"] = report.Accuracy,
        ["macroF1"] = report.MacroF1,
        ["macroF1Low"] = report.MacroF1Low,
        ["macroF1High"] = report.MacroF1High,
        ["ece"] = report.Ece,
    };
}
