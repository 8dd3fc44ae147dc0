using System.Runtime.Intrinsics;

namespace ArmsClassifier.Training.Fitting;

/// <summary>A sparse matrix by rows (compressed sparse rows), with products that give the same bits whatever the number of threads.</summary>
internal sealed class SparseMatrix
{
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly float[] _values;

    private SparseMatrix(int rows, int columns, int[] starts, int[] columnIndices, float[] values)
    {
        Rows = rows;
        Columns = columns;
        _starts = starts;
        _columns = columnIndices;
        _values = values;
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Builds a matrix from the non-zero cells of each row.</summary>
    public static SparseMatrix FromRows(IReadOnlyList<IReadOnlyList<(int Column, float Value)>> rows, int columns)
    {
        var starts = new int[rows.Count + 1];
        for (int row = 0; row < rows.Count; row++)
        {
            starts[row + 1] = starts[row] + rows[row].Count;
        }

        var indices = new int[starts[^1]];
        var values = new float[starts[^1]];
        for (int row = 0, at = 0; row < rows.Count; row++)
        {
            foreach ((int column, float value) in rows[row])
            {
                (indices[at], values[at]) = (column, value);
                at++;
            }
        }

        return new SparseMatrix(rows.Count, columns, starts, indices, values);
    }

    /// <summary>The non-zero cells of a row, in the order that they were given in.</summary>
    public IEnumerable<(int Column, float Value)> Row(int row)
    {
        for (int at = _starts[row]; at < _starts[row + 1]; at++)
        {
            yield return (_columns[at], _values[at]);
        }
    }

    /// <summary>The sum over each column of the squares of its cells, each times the weight of its row.</summary>
    public double[] SquaredColumnSums(double[]? rowWeights)
    {
        var sums = new double[Columns];
        for (int row = 0; row < Rows; row++)
        {
            for (int at = _starts[row]; at < _starts[row + 1]; at++)
            {
                sums[_columns[at]] += (double)_values[at] * _values[at] * (rowWeights?[row] ?? 1);
            }
        }

        return sums;
    }

    /// <summary>The matrix with rows and columns exchanged.</summary>
    public SparseMatrix Transpose()
    {
        var starts = new int[Columns + 1];
        foreach (int column in _columns)
        {
            starts[column + 1]++;
        }

        for (int i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }

        var next = starts.AsSpan(0, Columns).ToArray();
        var indices = new int[_columns.Length];
        var values = new float[_columns.Length];
        for (int row = 0; row < Rows; row++)
        {
            for (int at = _starts[row]; at < _starts[row + 1]; at++)
            {
                int to = next[_columns[at]]++;
                (indices[to], values[to]) = (row, _values[at]);
            }
        }

        return new SparseMatrix(Columns, Rows, starts, indices, values);
    }

    /// <summary>
    /// <paramref name="product"/> = this · <paramref name="dense"/>, both dense and by rows of <paramref name="width"/> numbers. Each row is
    /// summed by one thread in column order, so the result does not depend on the number of threads.
    /// </summary>
    public void Multiply(double[] dense, double[] product, int width)
    {
        const int RowsPerTask = 512;
        Parallel.For(0, (Rows + RowsPerTask - 1) / RowsPerTask, task =>
        {
            int end = Math.Min(Rows, (task + 1) * RowsPerTask);
            for (int row = task * RowsPerTask; row < end; row++)
            {
                MultiplyRow(row, dense, product.AsSpan(row * width, width));
            }
        });
    }

    /// <summary>Four numbers of the product at a time, so that sums stay in registers, and with the last four one that is left over.</summary>
    private void MultiplyRow(int row, double[] dense, Span<double> product)
    {
        ReadOnlySpan<int> columns = _columns.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);
        ReadOnlySpan<float> values = _values.AsSpan(_starts[row], columns.Length);
        int lane = 0;
        for (; lane + Vector256<double>.Count <= product.Length; lane += Vector256<double>.Count)
        {
            if (lane + Vector256<double>.Count + 1 == product.Length)
            {
                MultiplyFive(columns, values, dense, product, lane);
                return;
            }

            Vector256<double> sums = Vector256<double>.Zero;
            for (int i = 0; i < columns.Length; i++)
            {
                sums += Vector256.LoadUnsafe(ref dense[(columns[i] * product.Length) + lane]) * (double)values[i];
            }

            sums.StoreUnsafe(ref product[lane]);
        }

        for (; lane < product.Length; lane++)
        {
            double sum = 0;
            for (int i = 0; i < columns.Length; i++)
            {
                sum += dense[(columns[i] * product.Length) + lane] * values[i];
            }

            product[lane] = sum;
        }
    }

    /// <summary>The five last numbers of a row in one pass: most of the time of a fit goes by here.</summary>
    private static void MultiplyFive(ReadOnlySpan<int> columns, ReadOnlySpan<float> values, double[] dense, Span<double> product, int lane)
    {
        Vector256<double> sums = Vector256<double>.Zero;
        double last = 0;
        for (int i = 0; i < columns.Length; i++)
        {
            int at = (columns[i] * product.Length) + lane;
            double value = values[i];
            last += dense[at + Vector256<double>.Count] * value;
            sums += Vector256.LoadUnsafe(ref dense[at]) * value;
        }

        sums.StoreUnsafe(ref product[lane]);
        product[^1] = last;
    }
}
