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
    public static ArticleResult Aggregate(Article article, IReadOnlyList<ArticlePassage> passages, ModelInfo model)
    {
        int labels = model.Labels.Count;
        var lead = new double[labels];
        var counts = new double[labels];
        var sums = new double[labels];
        var maxima = new double[labels];
        int classified = 0;
        int bodies = 0;
        foreach ((Passage passage, PassageResult? result) in passages)
        {
            if (result is null || result.Probabilities.Count == 0)
            {
                continue;
            }

            classified++;
            bool leads = passage.Role != PassageRole.Body || bodies++ < LeadBodyPassages;
            for (int label = 0; label < labels; label++)
            {
                double probability = result.Probabilities[label].Probability;
                lead[label] += leads ? probability : 0;
                sums[label] += probability;
                maxima[label] = Math.Max(maxima[label], probability);
                counts[label] += result.Label == model.Labels[label] ? 1 : 0;
            }
        }

        int winner = classified == 0 ? -1 : Verdict(model.LabelRoles, lead, counts, sums);
        bool isUnsupported = winner < 0 && passages.Any(p => p.Result is not null);
        return new ArticleResult
        {
            Article = article,
            Label = winner >= 0 ? model.Labels[winner] : isUnsupported ? Classifier.Unsupported : model.Background ?? Classifier.Unsupported,
            IsArmsTrade = winner >= 0 && model.LabelRoles[winner] != LabelRole.Background,
            Shares = Named(model, counts, classified),
            Maxima = Named(model, maxima, Math.Min(classified, 1)),
            Passages = passages,
        };
    }

    private static int Verdict(IReadOnlyList<LabelRole> roles, double[] lead, double[] counts, double[] sums)
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

        int first = Best(lead, background);
        if (background < 0 || lead[first] >= lead[background])
        {
            return first;
        }

        // "Most of its passages" by probability: first whether they are about the subject, then what they report. Counting only winning
        // labels would let passages that are split among the labels of the subject lose to fewer that are not about it.
        double others = sums.Sum() - sums[background];
        return sums[background] > others ? background : Best(sums, background);
    }

    /// <summary>The label with the greatest sum, background excepted.</summary>
    private static int Best(double[] sums, int background)
    {
        double[] others = [.. sums];
        if (background >= 0)
        {
            others[background] = double.NegativeInfinity;
        }

        return Softmax.ArgMax(others);
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

    private static LabelProbability[] Named(ModelInfo model, double[] values, int divisor)
    {
        return divisor == 0 ? [] : [.. values.Select((value, i) => new LabelProbability(model.Labels[i], value / divisor))];
    }
}
