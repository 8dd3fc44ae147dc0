using ArmsClassifier.Text;
using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training;

/// <summary>Examines a table of labelled passages before it is trained on.</summary>
public static class TableDoctor
{
    // A headline has three words at least.
    private const int MinWords = 3;

    /// <summary>Finds the rows that a person should look at.</summary>
    /// <param name="rows">The table.</param>
    /// <param name="lexiconFolder">Folder with the lexicon's CSV files, or null for none.</param>
    /// <param name="settings">Training settings; null for the defaults.</param>
    /// <param name="isFurniture">Tells page furniture from news; null for what the roles of rows say.</param>
    /// <param name="progress">Told what is being done, step by step.</param>
    /// <exception cref="DataFormatException">The settings or the lexicon do not fit the table.</exception>
    public static Diagnosis Examine(
        IReadOnlyList<LabelledPassage> rows, string? lexiconFolder = null, TrainingSettings? settings = null, Func<string, bool>? isFurniture = null, IProgress<TrainingStep>? progress = null)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var findings = new List<Finding>(Duplicates.Conflicts(rows));
        (CrossValidated? validated, string? reason) = Trainer.CrossValidate(rows, lexiconFolder, settings ?? new TrainingSettings(), progress);
        findings.AddRange(validated is null ? [] : LikelyErrors.Find(validated.OwnMix));

        findings.AddRange(Duplicates.Near(rows));
        LabelledPassage[] news = [.. rows.Where(row => row.Role != PassageRole.Furniture)];
        findings.AddRange(news.Where(row => LexiconBuilder.TokensOf(row.Text).Count < MinWords).Select(row => new Finding(FindingKind.TooShort, row, 1, null, $"fewer than {MinWords} words")));
        findings.AddRange(NotEnglish(news));
        findings.AddRange(news.Where(row => isFurniture?.Invoke(row.Text) == true).Select(row => new Finding(FindingKind.Furniture, row, 1, null, "looks like furniture of a page; give it the role furniture")));
        return new Diagnosis
        {
            Rows = rows.Count,
            Articles = rows.Select(row => row.Article).Distinct(StringComparer.Ordinal).Count(),
            Balance = [.. rows.CountBy(row => row.Label, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value))],
            Findings = findings,
            Unchecked = reason,
        };
    }

    /// <summary>The rows in another language; none where most are, as the table is then in that language.</summary>
    private static IEnumerable<Finding> NotEnglish(LabelledPassage[] rows)
    {
        LabelledPassage[] others = [.. rows.Where(row => !IsEnglish(row.Text))];
        return others.Length * 2 > rows.Length ? [] : others.Select(row => new Finding(FindingKind.NotEnglish, row, 1, null, "not in English, as most of the table is"));
    }

    private static bool IsEnglish(string text)
    {
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        return LanguageDetector.IsEnglish(folded);
    }
}
