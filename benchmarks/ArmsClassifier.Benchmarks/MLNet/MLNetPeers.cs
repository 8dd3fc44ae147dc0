using System.Diagnostics.CodeAnalysis;
using ArmsClassifier.Benchmarks.Passages;
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Transforms;

namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>ML.NET as its documentation has it, and with its fastest way from text to numbers; passage by passage, and all at once.</summary>
internal static partial class MLNetPeers
{
    private const string Engine = "mlnet-engine";
    private const string Batch = "mlnet-transform";
    private const string Features = "Features";
    private const string Label = "Label";
    private const int Iterations = 20;
    private const int HashBits = 18;
    private const int Seed = 1;

    static partial void AddTo(List<Contender> contenders, string folder)
    {
        var context = new MLContext(Seed);
        IDataView rows = context.Data.LoadFromEnumerable(LabelledPassages.Read().Select(row => new Input { Text = row.Text, Label = row.Label }));
        IEstimator<ITransformer> featurized = context.Transforms.Text.FeaturizeText(Features, nameof(Input.Text));
        IEstimator<ITransformer> hashed = context.Transforms.Text.ProduceHashedWordBags(Features, nameof(Input.Text), HashBits, ngramLength: 1);
        foreach ((string name, IEstimator<ITransformer> features) in new[] { ("FeaturizeText", featurized), ("hashed words", hashed) })
        {
            string model = Path.Combine(folder, $"mlnet-{name.Replace(' ', '-')}.zip");
            context.Model.Save(Fit(context, features, rows), rows.Schema, model);
            contenders.Add(Of($"ML.NET PredictionEngine, {name}", Engine, model));
            contenders.Add(Of($"ML.NET Transform, {name}", Batch, model));
        }
    }

    static partial void Measure(string[] args, ref int? code)
    {
        switch (args)
        {
            case [Engine, var model, var file]:
                OwnMeasure.Twice(File.ReadAllLines(file), OnePerCall(model));
                code = 0;
                break;
            case [Batch, var model, var file]:
                OwnMeasure.Twice(File.ReadAllLines(file), AllAtOnce(model));
                code = 0;
                break;
        }
    }

    private static Contender Of(string name, string measurement, string model) => new()
    {
        Name = name,
        Command = file => ["dotnet", typeof(MLNetPeers).Assembly.Location, MeasureVerb.Name, measurement, model, file],
        Form = text => text.Lines,
        ModelBytes = new FileInfo(model).Length,
        TellsSeconds = true,
        IsSlow = true,
    };

    private static TransformerChain<KeyToValueMappingTransformer> Fit(MLContext context, IEstimator<ITransformer> features, IDataView rows) => context.Transforms.Conversion.MapValueToKey(Label)
        .Append(features)
        .AppendCacheCheckpoint(context)
        .Append(context.MulticlassClassification.Trainers.SdcaMaximumEntropy(Label, Features, l1Regularization: 0, l2Regularization: 1e-5f, maximumNumberOfIterations: Iterations))
        .Append(context.Transforms.Conversion.MapKeyToValue(nameof(Output.PredictedLabel)))
        .Fit(rows);

    private static Action<string[]> OnePerCall(string model)
    {
        var context = new MLContext(Seed);
        PredictionEngine<Input, Output> engine = context.Model.CreatePredictionEngine<Input, Output>(context.Model.Load(model, out _));
        var input = new Input();
        var output = new Output();
        return passages =>
        {
            foreach (string passage in passages)
            {
                input.Text = passage;
                engine.Predict(input, ref output);
            }
        };
    }

    private static Action<string[]> AllAtOnce(string model)
    {
        var context = new MLContext(Seed);
        ITransformer transformer = context.Model.Load(model, out _);
        return passages =>
        {
            IDataView labelled = transformer.Transform(context.Data.LoadFromEnumerable(passages.Select(passage => new Input { Text = passage })));
            using DataViewRowCursor cursor = labelled.GetRowCursor(labelled.Schema.Where(column => column.Name is nameof(Output.PredictedLabel) or nameof(Output.Score)));
            ValueGetter<ReadOnlyMemory<char>> label = cursor.GetGetter<ReadOnlyMemory<char>>(labelled.Schema[nameof(Output.PredictedLabel)]);
            ValueGetter<VBuffer<float>> score = cursor.GetGetter<VBuffer<float>>(labelled.Schema[nameof(Output.Score)]);
            ReadOnlyMemory<char> given = default;
            VBuffer<float> probabilities = default;
            while (cursor.MoveNext())
            {
                label(ref given);
                score(ref probabilities);
            }
        };
    }

    /// <summary>A passage for ML.NET.</summary>
    [SuppressMessage("Performance", "CA1812", Justification = "ML.NET makes them by reflection.")]
    internal sealed class Input
    {
        /// <summary>The passage.</summary>
        public string Text { get; set; } = "";

        /// <summary>Its label, where it is known.</summary>
        public string Label { get; set; } = "";
    }

    /// <summary>What ML.NET says of a passage.</summary>
    internal sealed class Output
    {
        /// <summary>The most probable label.</summary>
        public string PredictedLabel { get; set; } = "";

        /// <summary>The probability of each label.</summary>
        public float[] Score { get; set; } = [];
    }
}
