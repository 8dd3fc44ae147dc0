using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training.Tests;

/// <summary>The plain calculation that sparse products are held to.</summary>
internal static class DenseMatrix
{
    /// <summary>Chance cells, some rows and columns empty; values are sixteenths, so that floats hold them exactly.</summary>
    public static float[,] Random(int rows, int columns, ulong seed)
    {
        var random = new SplitMix64(seed);
        var cells = new float[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                bool isEmpty = row % 7 == 3 || column % 11 == 5 || random.Next(4) > 0;
                cells[row, column] = isEmpty ? 0 : (random.Next(65) - 32) / 16f;
            }
        }

        return cells;
    }

    public static double[] RandomVector(int length, ulong seed)
    {
        var random = new SplitMix64(seed);
        return [.. Enumerable.Range(0, length).Select(_ => (random.Next(2001) - 1000) / 500.0)];
    }

    public static List<(int Column, float Value)>[] Cells(float[,] dense) =>
        [.. Enumerable.Range(0, dense.GetLength(0)).Select(row =>
            Enumerable.Range(0, dense.GetLength(1)).Where(column => dense[row, column] != 0).Select(column => (column, dense[row, column])).ToList())];

    public static SparseMatrix Sparse(float[,] dense) => SparseMatrix.FromRows(Cells(dense), dense.GetLength(1));

    /// <summary><paramref name="left"/> times <paramref name="right"/>, which has rows of <paramref name="width"/> numbers.</summary>
    public static double[] Multiply(float[,] left, double[] right, int width)
    {
        var product = new double[left.GetLength(0) * width];
        for (int row = 0; row < left.GetLength(0); row++)
        {
            for (int column = 0; column < left.GetLength(1); column++)
            {
                for (int i = 0; i < width; i++)
                {
                    product[(row * width) + i] += left[row, column] * right[(column * width) + i];
                }
            }
        }

        return product;
    }

    public static float[,] Transpose(float[,] dense)
    {
        var transposed = new float[dense.GetLength(1), dense.GetLength(0)];
        for (int row = 0; row < dense.GetLength(0); row++)
        {
            for (int column = 0; column < dense.GetLength(1); column++)
            {
                transposed[column, row] = dense[row, column];
            }
        }

        return transposed;
    }

    public static void ShouldBeNear(this double[] actual, double[] expected, double tolerance = 1e-9)
    {
        actual.Length.ShouldBe(expected.Length);
        actual.Zip(expected, (a, b) => Math.Abs(a - b)).DefaultIfEmpty(0).Max().ShouldBeLessThan(tolerance);
    }
}
