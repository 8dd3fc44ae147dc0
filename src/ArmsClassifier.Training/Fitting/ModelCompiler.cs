using ArmsClassifier.Features;
using ArmsClassifier.Model;
using ArmsClassifier.Scoring;

namespace ArmsClassifier.Training.Fitting;

/// <summary>
/// Folds fitted weights into the rows of a model: everything that depends on a token alone goes into one row of that token. Rows are
/// quantised to 13 bits and a sign, so that integer sums over the longest passage cannot overflow.
/// </summary>
internal sealed class ModelCompiler(LexiconBuilder lexicon, FeatureSpace space, double[] weights, int labels, TrainingSettings settings)
{
    private readonly int _stride = ModelTensors.Stride(labels);

    /// <summary>Compiles the arrays of the model.</summary>
    public ModelTensors Compile()
    {
        Lexicon compiled = lexicon.Lexicon;
        var noWords = new Dictionary<ulong, string>();
        double[][] symbols = Rows(Enumerable.Range(0, compiled.SymbolCount).Select(s => FeatureSpace.FeaturesOf(new Term(TermKind.Symbol, (ulong)s), lexicon, noWords, settings)));
        double[][] leadSymbols = Rows(Enumerable.Range(0, compiled.SymbolCount).Select(s => FeatureSpace.FeaturesOf(new Term(TermKind.LeadSymbol, (ulong)s), lexicon, noWords, settings)));
        double[][] concepts = Rows(Enumerable.Range(0, compiled.Marks.Length).Select(m => FeatureSpace.FeaturesOf(new Term(TermKind.Concept, (ulong)m), lexicon, noWords, settings)));
        double[][] leadConcepts = Rows(Enumerable.Range(0, compiled.Marks.Length).Select(m => FeatureSpace.FeaturesOf(new Term(TermKind.LeadConcept, (ulong)m), lexicon, noWords, settings)));
        (ulong[] pairKeys, double[][] pairs) = Keyed(FeatureKind.Pair);
        (ulong[] gramKeys, double[][] grams) = Keyed(FeatureKind.Gram);
        (ulong[] patternKeys, double[][] patterns) = Keyed(FeatureKind.Pattern);
        (ulong[] contextKeys, double[][] contexts) = Weightiest(Keyed(FeatureKind.Context), settings.MaxContexts);
        double[][][] all = [symbols, leadSymbols, concepts, leadConcepts, pairs, grams];
        double weightScale = Greatest(all.SelectMany(rows => rows).SelectMany(row => row.Take(labels)));
        double normScale = Greatest(all.SelectMany(rows => rows).Select(row => row[labels]));
        double rawScale = Greatest(patterns.Concat(contexts).SelectMany(row => row.Take(labels)));
        return new ModelTensors
        {
            TokenHashes = compiled.TokenHashes,
            TermEdges = compiled.Edges,
            Terms = [.. compiled.Terms.ToArray().Select(t => ((ulong)(uint)t.Node << 32) | ((ulong)t.Mark << 8) | (ulong)t.Case)],
            SymbolRows = Quantise(symbols, weightScale, normScale),
            LeadSymbolRows = Quantise(leadSymbols, weightScale, normScale),
            TermRows = Quantise(concepts, weightScale, normScale),
            LeadTermRows = Quantise(leadConcepts, weightScale, normScale),
            PatternKeys = patternKeys,
            PatternRows = Quantise(patterns, rawScale, 0),
            ContextKeys = contextKeys,
            ContextRows = Quantise(contexts, rawScale, 0),
            PairKeys = pairKeys,
            PairRows = Quantise(pairs, weightScale, normScale),
            GramKeys = gramKeys,
            GramRows = Quantise(grams, weightScale, normScale),
            Bias = [.. Biases(space.Features.Length * labels).Select(bias => (float)bias)],
            Pooling = [.. Pooling.PassageAlone(labels).Select(p => (float)p)],
            Scales = [(float)weightScale, (float)normScale, (float)rawScale],
        };
    }

    /// <summary>The biases of tables that are no feed.</summary>
    public double[] BalancedBias() => Biases((space.Features.Length + 1) * labels);

    private double[] Biases(int at)
    {
        double[] biases = weights.AsSpan(at, labels).ToArray();
        Centre(biases);
        return biases;
    }

    /// <summary>Takes the mean from the weights of a row: probabilities stay the same, and a label's score can be compared between sentences.</summary>
    private static void Centre(Span<double> row)
    {
        double mean = 0;
        foreach (double value in row)
        {
            mean += value / row.Length;
        }

        foreach (ref double value in row)
        {
            value -= mean;
        }
    }

    private static double Greatest(IEnumerable<double> values) => values.Select(Math.Abs).DefaultIfEmpty(0).Max() / ModelTensors.MaxQuantised;

    private (ulong[] Keys, double[][] Rows) Keyed(FeatureKind kind)
    {
        Feature[] features = [.. space.Features.Where(f => f.Kind == kind)];
        return ([.. features.Select(f => f.Key)], Rows(features.Select(f => (Feature[])[f])));
    }

    /// <summary>The <paramref name="count"/> rows with the greatest weight, in the order they had: the others say little and cost time.</summary>
    private (ulong[] Keys, double[][] Rows) Weightiest((ulong[] Keys, double[][] Rows) all, int count)
    {
        int[] kept = [.. Enumerable.Range(0, all.Keys.Length).OrderByDescending(i => all.Rows[i].Take(labels).Max(Math.Abs)).Take(count).Order()];
        return ([.. kept.Select(i => all.Keys[i])], [.. kept.Select(i => all.Rows[i])]);
    }

    /// <summary>A row per bundle of features: a weight per label, then the share of the squared norm.</summary>
    private double[][] Rows(IEnumerable<Feature[]> bundles)
    {
        return [.. bundles.Select(bundle =>
        {
            var row = new double[labels + 1];
            List<(int Feature, float Value)> features = space.Row(bundle);
            foreach ((int feature, float value) in features)
            {
                for (int label = 0; label < labels; label++)
                {
                    row[label] += value * weights[(feature * labels) + label];
                }
            }

            row[labels] = TrainingMatrix.SquaredNorm(features);
            Centre(row.AsSpan(0, labels));
            return row;
        })];
    }

    private short[] Quantise(double[][] rows, double weightScale, double normScale)
    {
        var quantised = new short[rows.Length * _stride];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int lane = 0; lane <= labels; lane++)
            {
                double scale = lane < labels ? weightScale : normScale;
                quantised[(row * _stride) + lane] = scale > 0 ? (short)Math.Round(rows[row][lane] / scale) : (short)0;
            }
        }

        return quantised;
    }
}
