using ArmsClassifier.Scoring;

namespace ArmsClassifier.Training.Fitting;

/// <summary>
/// Training text as two sparse matrices: passages by terms (counts over the passage's norm, patterns and contexts as they are) and terms by features. Scores are their
/// product with the weights; multiplying one after the other costs a third of multiplying passages by features.
/// </summary>
internal sealed class TrainingMatrix
{
    private readonly SparseMatrix _passages;
    private readonly SparseMatrix _passagesTransposed;
    private readonly SparseMatrix _terms;
    private readonly SparseMatrix _termsTransposed;
    private readonly double[] _termRows;
    private readonly int _labels;

    /// <summary>Builds the matrices.</summary>
    /// <param name="counts">The terms of each passage.</param>
    /// <param name="termFeatures">The features of each term with their values.</param>
    /// <param name="features">Number of features.</param>
    /// <param name="labels">Number of labels.</param>
    public TrainingMatrix(TermCounts counts, IReadOnlyList<List<(int Feature, float Value)>> termFeatures, int features, int labels)
    {
        _labels = labels;
        bool[] isRaw = [.. counts.Terms.Select(t => t.Kind is TermKind.Pattern or TermKind.Context)];
        double[] squares = [.. termFeatures.Select((f, term) => isRaw[term] ? 0 : SquaredNorm(f))];
        var rows = new List<(int, float)>[counts.Passages.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            double share = Pooling.SentenceShare(counts.Sentences[i]);
            double norm = Math.Sqrt(counts.Passages[i].Sum(t => t.Count * squares[t.Term]));
            rows[i] = [.. counts.Passages[i].Where(t => termFeatures[t.Term].Count > 0).Select(t => (t.Term, isRaw[t.Term] ? (float)(t.Count * share) : norm > 0 ? (float)(t.Count / norm) : 0))];
        }

        _passages = SparseMatrix.FromRows(rows, counts.Terms.Length);
        _passagesTransposed = _passages.Transpose();
        _terms = SparseMatrix.FromRows(termFeatures, features);
        _termsTransposed = _terms.Transpose();
        _termRows = new double[counts.Terms.Length * labels];
    }

    /// <summary>Number of passages.</summary>
    public int Passages => _passages.Rows;

    /// <summary>Number of features.</summary>
    public int Features => _terms.Columns;

    /// <summary>What a term adds to the square of a passage's norm.</summary>
    public static double SquaredNorm(List<(int Feature, float Value)> features) => features.Sum(f => (double)f.Value * f.Value);

    /// <summary>The features of a passage with their values, in ascending order.</summary>
    public List<(int Feature, float Value)> Row(int passage)
    {
        var row = new SortedDictionary<int, double>();
        foreach ((int term, float count) in _passages.Row(passage))
        {
            foreach ((int feature, float value) in _terms.Row(term))
            {
                row[feature] = row.GetValueOrDefault(feature) + ((double)count * value);
            }
        }

        return [.. row.Select(cell => (cell.Key, (float)cell.Value))];
    }

    /// <summary>Sum over passages, each times its weight, of the square of each feature; features of several terms of a passage count apart.</summary>
    public double[] SquaredSums(double[] passageWeights) => _terms.SquaredColumnSums(_passages.SquaredColumnSums(passageWeights));

    /// <summary>Writes the score of each passage and label, without bias.</summary>
    public void Scores(double[] weights, double[] scores)
    {
        _terms.Multiply(weights, _termRows, _labels);
        _passages.Multiply(_termRows, scores, _labels);
    }

    /// <summary>Writes the gradient of the weights from the derivative of the loss by each score.</summary>
    public void Gradient(double[] derivatives, double[] gradient)
    {
        _passagesTransposed.Multiply(derivatives, _termRows, _labels);
        _termsTransposed.Multiply(_termRows, gradient, _labels);
    }
}
