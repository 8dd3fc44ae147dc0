using ArmsClassifier.Training;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace ArmsClassifier.MLNet.Trainers;

/// <summary>
/// A training problem as ML.NET's trainers take it: a sparse vector a row, one label, a weight. A passage whose label mass is shared becomes
/// a row per label, weighted by the share, which gives the same loss.
/// </summary>
internal sealed class TrainingView
{
    private readonly TrainingProblem _problem;
    private readonly float _otherText;
    private readonly VBuffer<float>[] _rows;

    /// <summary>Prepares the rows of <paramref name="problem"/>.</summary>
    /// <param name="problem">The problem.</param>
    /// <param name="otherText">
    /// Value of the feature that says that a passage does not come from a feed; its weight times this is what the biases of the two kinds of
    /// text differ by. Large, and the penalty leaves it alone; small, and trainers that take a row at a time are not thrown about by it.
    /// </param>
    public TrainingView(TrainingProblem problem, float otherText)
    {
        _problem = problem;
        _otherText = otherText;
        _rows = new VBuffer<float>[problem.Passages];
        Parallel.For(0, _rows.Length, passage => _rows[passage] = Row(passage));
    }

    /// <summary>Length of a row: the features, and whether the text comes from a feed.</summary>
    private int Length => _problem.Features + 1;

    /// <summary>A row per passage and label that has a share of it, with the label as key.</summary>
    /// <param name="context">The environment.</param>
    /// <param name="rows">Receives the number of rows.</param>
    public IDataView Weighted(MLContext context, out int rows)
    {
        var instances = new List<KeyInstance>();
        for (int passage = 0; passage < _rows.Length; passage++)
        {
            for (int label = 0; label < _problem.Labels; label++)
            {
                double weight = _problem.Shares(passage)[label] * _problem.Weight(passage);
                if (weight > 0)
                {
                    instances.Add(new KeyInstance { Features = _rows[passage], Label = (uint)label, Weight = (float)weight });
                }
            }
        }

        rows = instances.Count;
        SchemaDefinition schema = Schema<KeyInstance>();
        schema[nameof(KeyInstance.Label)].ColumnType = new KeyDataViewType(typeof(uint), _problem.Labels);
        return context.Data.LoadFromEnumerable(instances, schema);
    }

    /// <summary>A row per passage that says whether <paramref name="label"/> has the greatest share of it.</summary>
    public IDataView OneAgainstAll(MLContext context, int label)
    {
        IEnumerable<BinaryInstance> instances = Enumerable.Range(0, _rows.Length).Select(passage => new BinaryInstance { Features = _rows[passage], Label = IsGreatest(passage, label) });
        return context.Data.LoadFromEnumerable(instances.ToArray(), Schema<BinaryInstance>());
    }

    /// <summary>Moves the weights of a label to where <see cref="IWeightTrainer.Fit"/> wants them.</summary>
    /// <param name="from">By feature, and then what text that is from no feed has besides the bias.</param>
    /// <param name="bias">The bias.</param>
    /// <param name="factor">What all is multiplied by.</param>
    /// <param name="label">The label.</param>
    /// <param name="to">The weights of all labels.</param>
    public void Store(ReadOnlySpan<float> from, double bias, double factor, int label, double[] to)
    {
        for (int feature = 0; feature < _problem.Features; feature++)
        {
            to[(feature * _problem.Labels) + label] = from[feature] * factor;
        }

        to[(_problem.Features * _problem.Labels) + label] = bias;
        to[((_problem.Features + 1) * _problem.Labels) + label] = bias + (from[_problem.Features] * factor * _otherText);
    }

    private bool IsGreatest(int passage, int label)
    {
        ReadOnlySpan<double> shares = _problem.Shares(passage);
        for (int other = 0; other < shares.Length; other++)
        {
            if (shares[other] > shares[label] || (shares[other] == shares[label] && other < label))
            {
                return false;
            }
        }

        return true;
    }

    private VBuffer<float> Row(int passage)
    {
        IReadOnlyList<(int Feature, float Value)> cells = _problem.Row(passage);
        int count = cells.Count + (_problem.IsFeed(passage) ? 0 : 1);
        var indices = new int[count];
        var values = new float[count];
        for (int i = 0; i < cells.Count; i++)
        {
            (indices[i], values[i]) = cells[i];
        }

        if (count > cells.Count)
        {
            (indices[^1], values[^1]) = (_problem.Features, _otherText);
        }

        return new VBuffer<float>(Length, count, values, indices);
    }

    private SchemaDefinition Schema<TInstance>()
    {
        SchemaDefinition schema = SchemaDefinition.Create(typeof(TInstance));
        schema[nameof(KeyInstance.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, Length);
        return schema;
    }
}
