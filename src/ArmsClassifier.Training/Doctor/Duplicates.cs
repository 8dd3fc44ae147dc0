using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training;

/// <summary>Rows that repeat others.</summary>
internal static class Duplicates
{
    /// <summary>Rows whose words are those of another row with another label.</summary>
    public static IEnumerable<Finding> Conflicts(IReadOnlyList<LabelledPassage> rows)
    {
        foreach (IGrouping<string, LabelledPassage> same in rows.GroupBy(row => string.Join(' ', LexiconBuilder.TokensOf(row.Text)), StringComparer.Ordinal))
        {
            var labels = same.CountBy(row => row.Label, StringComparer.Ordinal).OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).ToList();
            if (labels.Count < 2)
            {
                continue;
            }

            // Where one label has most of the copies it is the suggestion; where none has, a person must say.
            string? usual = labels[0].Value > labels[1].Value ? labels[0].Key : null;
            string detail = "same text with labels " + string.Join(", ", labels.Select(pair => $"{pair.Key} ({pair.Value})"));
            foreach (LabelledPassage row in same)
            {
                yield return new Finding(FindingKind.Conflict, row, 1, usual == row.Label ? null : usual, detail);
            }
        }
    }

    /// <summary>Rows that share a run of <see cref="DataSplit.ShingleWords"/> words with a row of another article that stands before them.</summary>
    public static IEnumerable<Finding> Near(IReadOnlyList<LabelledPassage> rows)
    {
        var firstWith = new Dictionary<string, LabelledPassage>(StringComparer.Ordinal);
        foreach (LabelledPassage row in rows)
        {
            LabelledPassage? other = null;
            foreach (string shingle in DataSplit.Shingles(row.Text))
            {
                if (!firstWith.TryAdd(shingle, row) && firstWith[shingle].Article != row.Article)
                {
                    other ??= firstWith[shingle];
                }
            }

            if (other is not null)
            {
                string where = other.Table == row.Table ? "" : $" of table {other.Table}";
                yield return new Finding(
                    FindingKind.NearDuplicate, row, 1, null, $"shares {DataSplit.ShingleWords} words in a row with article {other.Article}{where}, whose label is {other.Label}");
            }
        }
    }
}
