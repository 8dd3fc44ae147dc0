namespace ArmsClassifier.Scoring;

/// <summary>
/// The article rule of the codebook: an article's label is what its headline and lead report; where that is background, what most of its
/// passages carry; and background where no passage is about the subject.
/// </summary>
internal static class ArticleAggregator
{
    // A headline is short and may be only a play on words, so the lead counts as much.
    private const int LeadBodyPassages = 1;

    /// <summary>Joins the results of the passages of <paramref name="article"/>.</summary>
    public static ArticleResult Aggregate(Article article, ArticlePassage[] passages, ModelInfo model)
    {
        int labels = model.Labels.Count;
        Span<double> all = labels <= Scorer.MaxStackedLabels ? stackalloc double[4 * labels] : new double[4 * labels];
        all.Clear();
        Span<double> lead = all[..labels];
        Span<double> counts = all.Slice(labels, labels);
        Span<double> sums = all.Slice(2 * labels, labels);
        Span<double> maxima = all.Slice(3 * labels, labels);
        int classified = 0;
        int unsupported = 0;
        int bodies = 0;
        foreach ((Passage passage, PassageResult? result) in passages)
        {
            if (result is null || result.Probabilities.Count == 0)
            {
                unsupported += result is null ? 0 : 1;
                continue;
            }

            classified++;
            bool leads = passage.Role != PassageRole.Body || bodies++ < LeadBodyPassages;
            for (int label = 0; label < labels; label++)
            {
                (string name, double probability) = result.Probabilities[label];
                lead[label] += leads ? probability : 0;
                sums[label] += probability;
                maxima[label] = Math.Max(maxima[label], probability);
                counts[label] += result.Label == name ? 1 : 0;
            }
        }

        int winner = classified == 0 ? -1 : Verdict(model.LabelRoles, lead, counts, sums);
        return new ArticleResult
        {
            Article = article,
            Label = winner >= 0 ? model.Labels[winner] : unsupported > 0 ? Classifier.Unsupported : model.Background ?? Classifier.Unsupported,
            IsArmsTrade = winner >= 0 && model.LabelRoles[winner] != LabelRole.Background,
            Shares = Named(model, counts, classified),
            Maxima = Named(model, maxima, Math.Min(classified, 1)),
            Passages = passages,
        };
    }

    private static int Verdict(IReadOnlyList<LabelRole> roles, ReadOnlySpan<double> lead, ReadOnlySpan<double> counts, ReadOnlySpan<double> sums)
    {
        int background = IndexOf(roles, LabelRole.Background);
        bool hasTopic = false;
        for (int label = 0; label < counts.Length; label++)
        {
            hasTopic |= counts[label] > 0 && roles[label] == LabelRole.Topic;
        }

        if (background >= 0 && !hasTopic)
        {
            return background;
        }

        int first = Softmax.ArgMax(lead, except: background);
        if (background < 0 || lead[first] >= lead[background])
        {
            return first;
        }

        // "Most of its passages" by probability: first whether they are about the subject, then what they report. Counting only winning
        // labels would let passages that are split among the labels of the subject lose to fewer that are not about it.
        double sum = 0;
        foreach (double one in sums)
        {
            sum += one;
        }

        return sums[background] > sum - sums[background] ? background : Softmax.ArgMax(sums, except: background);
    }

    private static int IndexOf(IReadOnlyList<LabelRole> roles, LabelRole role)
    {
        for (int i = 0; i < roles.Count; i++)
        {
            if (roles[i] == role)
            {
                return i;
            }
        }

        return -1;
    }

    private static LabelProbability[] Named(ModelInfo model, ReadOnlySpan<double> values, int divisor)
    {
        if (divisor == 0)
        {
            return [];
        }

        var named = new LabelProbability[values.Length];
        for (int label = 0; label < named.Length; label++)
        {
            named[label] = new LabelProbability(model.Labels[label], values[label] / divisor);
        }

        return named;
    }
}
