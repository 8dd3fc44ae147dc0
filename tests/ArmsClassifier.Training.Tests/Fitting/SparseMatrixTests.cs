using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training.Tests;

public sealed class SparseMatrixTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(30, 20, 3)]
    [InlineData(511, 13, 4)]
    [InlineData(513, 13, 1)]
    [InlineData(1100, 40, 5)]
    public void A_product_equals_the_dense_product(int rows, int columns, int width)
    {
        float[,] dense = DenseMatrix.Random(rows, columns, 1);
        double[] right = DenseMatrix.RandomVector(columns * width, 2);
        double[] product = DenseMatrix.RandomVector(rows * width, 3);

        DenseMatrix.Sparse(dense).Multiply(right, product, width);

        product.ShouldBeNear(DenseMatrix.Multiply(dense, right, width));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(20, 70)]
    [InlineData(70, 20)]
    public void The_transpose_multiplies_like_the_dense_transpose(int rows, int columns)
    {
        float[,] dense = DenseMatrix.Random(rows, columns, 4);
        SparseMatrix transpose = DenseMatrix.Sparse(dense).Transpose();
        double[] right = DenseMatrix.RandomVector(rows * 2, 5);
        var product = new double[columns * 2];

        transpose.Multiply(right, product, 2);

        (transpose.Rows, transpose.Columns).ShouldBe((columns, rows));
        product.ShouldBeNear(DenseMatrix.Multiply(DenseMatrix.Transpose(dense), right, 2));
    }

    [Fact]
    public void Transposing_twice_gives_the_matrix_back()
    {
        SparseMatrix matrix = DenseMatrix.Sparse(DenseMatrix.Random(20, 30, 6));
        double[] right = DenseMatrix.RandomVector(30, 7);
        (double[] once, double[] again) = (new double[20], new double[20]);

        matrix.Multiply(right, once, 1);
        matrix.Transpose().Transpose().Multiply(right, again, 1);

        again.ShouldBe(once);
    }

    [Fact]
    public void Squares_are_summed_by_column_with_and_without_weights()
    {
        float[,] dense = DenseMatrix.Random(25, 14, 8);
        double[] weights = DenseMatrix.RandomVector(25, 9);
        SparseMatrix matrix = DenseMatrix.Sparse(dense);

        matrix.SquaredColumnSums(null).ShouldBeNear(Sums(dense, [.. weights.Select(_ => 1.0)]));
        matrix.SquaredColumnSums(weights).ShouldBeNear(Sums(dense, weights));
    }

    [Fact]
    public void A_matrix_without_rows_or_cells_multiplies_to_nothing()
    {
        double[] product = [7, 7];

        SparseMatrix.FromRows([[], []], 3).Multiply([1, 2, 3], product, 1);
        SparseMatrix.FromRows([], 3).Multiply([1, 2, 3], [], 1);

        product.ShouldBe([0, 0]);
    }

    private static double[] Sums(float[,] dense, double[] weights) =>
        [.. Enumerable.Range(0, dense.GetLength(1)).Select(column =>
            Enumerable.Range(0, dense.GetLength(0)).Sum(row => weights[row] * dense[row, column] * dense[row, column]))];
}
