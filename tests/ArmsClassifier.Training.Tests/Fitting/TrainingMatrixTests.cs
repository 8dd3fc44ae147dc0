namespace ArmsClassifier.Training.Tests;

public sealed class TrainingMatrixTests
{
    private static readonly TinyProblem s_problem = TinyProblem.ThreeLabels;

    [Fact]
    public void The_tiny_problem_is_worth_its_name()
    {
        s_problem.Steps.Matrix.Passages.ShouldBe(42);
        s_problem.Steps.Matrix.Features.ShouldBe(s_problem.Features);
        s_problem.Features.ShouldBeGreaterThan(60);
        s_problem.Steps.Counts.Passages.ShouldContain(terms => terms.Any(t => s_problem.IsRaw(t.Term) && t.Count > 1));
    }

    [Fact]
    public void Scores_equal_the_dense_product_of_passages_and_weights()
    {
        double[] weights = DenseMatrix.RandomVector(s_problem.Features * 3, 1);
        var scores = new double[s_problem.Passages.Length * 3];

        s_problem.Steps.Matrix.Scores(weights, scores);

        scores.ShouldBeNear(DenseMatrix.Multiply(s_problem.Dense, weights, 3), 1e-5);
    }

    [Fact]
    public void A_row_is_that_of_the_dense_table_in_ascending_order()
    {
        for (int passage = 0; passage < s_problem.Passages.Length; passage++)
        {
            List<(int Feature, float Value)> row = s_problem.Steps.Matrix.Row(passage);

            row.Select(cell => cell.Feature).ShouldBeInOrder();
            row.Select(cell => cell.Feature).ShouldBeUnique();
            double[] dense = [.. Enumerable.Range(0, s_problem.Features).Select(feature => (double)s_problem.Dense[passage, feature])];
            double[] sparse = new double[s_problem.Features];
            row.ForEach(cell => sparse[cell.Feature] = cell.Value);
            sparse.ShouldBeNear(dense, 1e-5);
        }
    }

    [Fact]
    public void The_gradient_equals_the_dense_product_of_features_and_derivatives()
    {
        double[] derivatives = DenseMatrix.RandomVector(s_problem.Passages.Length * 3, 2);
        var gradient = new double[s_problem.Weights];

        s_problem.Steps.Matrix.Gradient(derivatives, gradient);

        gradient[..(s_problem.Features * 3)].ShouldBeNear(DenseMatrix.Multiply(DenseMatrix.Transpose(s_problem.Dense), derivatives, 3), 1e-5);
    }

    [Fact]
    public void Squared_sums_take_the_features_of_each_term_apart()
    {
        double[] weights = [.. Enumerable.Range(1, s_problem.Passages.Length).Select(i => i / 10.0)];
        var expected = new double[s_problem.Features];
        for (int passage = 0; passage < weights.Length; passage++)
        {
            (int Term, int Count)[] terms = s_problem.Steps.Counts.Passages[passage];
            double norm = terms.Where(t => !s_problem.IsRaw(t.Term)).Sum(t => t.Count * s_problem.Steps.TermRows[t.Term].Sum(f => (double)f.Value * f.Value));
            foreach ((int term, int count) in terms)
            {
                foreach ((int feature, float value) in s_problem.Steps.TermRows[term])
                {
                    expected[feature] += weights[passage] * value * value * count * (s_problem.IsRaw(term) ? count : count / norm);
                }
            }
        }

        s_problem.Steps.Matrix.SquaredSums(weights).ShouldBeNear(expected, 1e-4);
    }
}
