namespace ArmsClassifier.Training;

/// <summary>How far people who labelled the same passages agree.</summary>
public static class Agreement
{
    /// <summary>Compares the tables of several annotators.</summary>
    /// <param name="annotators">A name and the rows of each, at least two. Rows are the same passage where their texts are the same; a text that a table holds several times is matched in order.</param>
    /// <exception cref="ArgumentException">There are fewer than two annotators, or two of the same name.</exception>
    public static AgreementReport Report(IReadOnlyList<(string Name, IReadOnlyList<LabelledPassage> Rows)> annotators)
    {
        ArgumentNullException.ThrowIfNull(annotators);
        string[] names = [.. annotators.Select(annotator => annotator.Name)];
        if (names.Length < 2 || names.Distinct(StringComparer.Ordinal).Count() < names.Length)
        {
            throw new ArgumentException($"{names.Length} annotators; expected at least two of different names", nameof(annotators));
        }

        AnnotatedItem[] items = Join(annotators);
        AnnotatedItem[] shared = [.. items.Where(item => item.Labels.Count(label => label is not null) > 1)];
        string[] labels = [.. items.SelectMany(item => item.Labels).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        (double low, double high) = Interval(shared, item => Coincidences(item, labels), Alpha);
        return new AgreementReport
        {
            Annotators = names,
            Items = items.Length,
            Shared = shared.Length,
            Alpha = Alpha(Sum(shared, item => Coincidences(item, labels), labels.Length)),
            AlphaLow = low,
            AlphaHigh = high,
            Pairs = [.. Pairs(names, shared, labels)],
            Disagreements = [.. shared.Where(item => item.Labels.OfType<string>().Distinct(StringComparer.Ordinal).Count() > 1)],
        };
    }

    private static AnnotatedItem[] Join(IReadOnlyList<(string Name, IReadOnlyList<LabelledPassage> Rows)> annotators)
    {
        var items = new Dictionary<(string Text, int Time), AnnotatedItem>();
        for (int annotator = 0; annotator < annotators.Count; annotator++)
        {
            var times = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (LabelledPassage row in annotators[annotator].Rows)
            {
                int time = times[row.Text] = times.GetValueOrDefault(row.Text) + 1;
                if (!items.TryGetValue((row.Text, time), out AnnotatedItem? item))
                {
                    items[(row.Text, time)] = item = new AnnotatedItem(row, new string?[annotators.Count], new string?[annotators.Count]);
                }

                item.Given[annotator] = row.Label;
                item.Seconds[annotator] = row.Also;
            }
        }

        // A dictionary that nothing is taken from keeps the order in which items came.
        return [.. items.Values];
    }

    private static IEnumerable<PairAgreement> Pairs(string[] names, AnnotatedItem[] shared, string[] labels)
    {
        for (int a = 0; a < names.Length; a++)
        {
            for (int b = a + 1; b < names.Length; b++)
            {
                (int first, int second) = (a, b);
                AnnotatedItem[] both = [.. shared.Where(item => item.Labels[first] is not null && item.Labels[second] is not null)];
                (double low, double high) = Interval(both, Cells, Kappa);
                yield return new PairAgreement(names[a], names[b])
                {
                    N = both.Length,
                    Observed = Share(both, item => item.Labels[first] == item.Labels[second]),
                    Lenient = Share(both, item => item.AreDefensible(first, second)),
                    Kappa = Kappa(Sum(both, Cells, labels.Length)),
                    KappaLow = low,
                    KappaHigh = high,
                };

                double[] Cells(AnnotatedItem item)
                {
                    var cells = new double[labels.Length * labels.Length];
                    cells[(Array.IndexOf(labels, item.Labels[first]) * labels.Length) + Array.IndexOf(labels, item.Labels[second])] = 1;
                    return cells;
                }
            }
        }
    }

    /// <summary>Krippendorff's alpha for nominal labels from coincidences (Krippendorff, 2011); not a number where all labels are one.</summary>
    private static double Alpha(double[] coincidences)
    {
        double[] totals = RowSums(coincidences);
        double all = totals.Sum();
        double differing = all - Diagonal(coincidences);
        double expected = (all * all) - totals.Sum(total => total * total);
        return expected > 0 ? 1 - ((all - 1) * differing / expected) : double.NaN;
    }

    /// <summary>Cohen's kappa from a table of both labels (Cohen, 1960); not a number where chance alone agrees fully.</summary>
    private static double Kappa(double[] cells)
    {
        int labels = (int)Math.Sqrt(cells.Length);
        double[] rows = RowSums(cells);
        double all = rows.Sum();
        double expected = 0;
        for (int label = 0; label < labels; label++)
        {
            double column = 0;
            for (int row = 0; row < labels; row++)
            {
                column += cells[(row * labels) + label];
            }

            expected += rows[label] * column;
        }

        expected /= all * all;
        return expected < 1 ? ((Diagonal(cells) / all) - expected) / (1 - expected) : double.NaN;
    }

    /// <summary>What a passage adds to the table of coincidences: each of its m labels meets each other one, with weight 1 / (m - 1).</summary>
    private static double[] Coincidences(AnnotatedItem item, string[] labels)
    {
        int[] given = [.. item.Labels.OfType<string>().Select(label => Array.IndexOf(labels, label))];
        var table = new double[labels.Length * labels.Length];
        for (int i = 0; i < given.Length; i++)
        {
            for (int j = 0; j < given.Length; j++)
            {
                table[(given[i] * labels.Length) + given[j]] += i == j ? 0 : 1.0 / (given.Length - 1);
            }
        }

        return table;
    }

    private static (double Low, double High) Interval(AnnotatedItem[] items, Func<AnnotatedItem, double[]> counts, Func<double[], double> figure) => Bootstrap.Interval(
        [.. items.GroupBy(item => item.Passage.Article, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => group.Select(counts).Aggregate(Add))],
        figure);

    private static double[] Sum(AnnotatedItem[] items, Func<AnnotatedItem, double[]> counts, int labels) => items.Select(counts).Aggregate(new double[labels * labels], Add);

    private static double[] Add(double[] sums, double[] counts) => [.. sums.Zip(counts, (sum, count) => sum + count)];

    private static double[] RowSums(double[] cells)
    {
        int labels = (int)Math.Sqrt(cells.Length);
        return [.. Enumerable.Range(0, labels).Select(row => cells.AsSpan(row * labels, labels).ToArray().Sum())];
    }

    private static double Diagonal(double[] cells)
    {
        int labels = (int)Math.Sqrt(cells.Length);
        return Enumerable.Range(0, labels).Sum(label => cells[(label * labels) + label]);
    }

    private static double Share(AnnotatedItem[] items, Func<AnnotatedItem, bool> counts) => items.Length == 0 ? double.NaN : (double)items.Count(counts) / items.Length;
}
