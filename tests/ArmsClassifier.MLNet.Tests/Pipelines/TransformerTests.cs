using ArmsClassifier.Training;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.ML;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace ArmsClassifier.MLNet.Tests.Pipelines;

public sealed class TransformerTests : IDisposable
{
    private static readonly Classifier s_classifier = Classifier.LoadBundled();

    private readonly MLContext _context = new(1);
    private readonly string _zip = Path.GetTempFileName();

    public void Dispose() => File.Delete(_zip);

    [Fact]
    public void It_gives_the_results_of_the_classifier_row_by_row()
    {
        IDataView rows = LabelledView.Write(_context, News.Passages);

        IDataView answered = new ArmsClassifierEstimator(_context).Fit(rows).Transform(rows);

        ShouldBeAnswered(answered);
    }

    [Fact]
    public void A_saved_pipeline_is_loaded_with_its_model()
    {
        IDataView rows = LabelledView.Write(_context, News.Passages);
        _context.Model.Save(new ArmsClassifierEstimator(_context).Fit(rows), rows.Schema, _zip);

        ITransformer loaded = new MLContext().Model.Load(_zip, out DataViewSchema schema);

        schema[nameof(LabelledPassage.Text)].Type.ShouldBe(TextDataViewType.Instance);
        ShouldBeAnswered(loaded.Transform(rows));
    }

    [Fact]
    public void It_stands_between_other_steps_and_its_scores_are_features_for_them()
    {
        IDataView rows = LabelledView.Write(_context, News.Passages);
        var pipeline = _context.Transforms.CopyColumns("Body", nameof(LabelledPassage.Text))
            .Append(new ArmsClassifierEstimator(_context, textColumn: "Body"))
            .Append(_context.Transforms.NormalizeMinMax("Features", "Score"))
            .Append(_context.Transforms.Conversion.MapValueToKey("Known", "PredictedLabel"));

        ITransformer fitted = pipeline.Fit(rows);
        _context.Model.Save(fitted, rows.Schema, _zip);
        IDataView answered = _context.Model.Load(_zip, out _).Transform(rows);

        ShouldBeAnswered(answered);
        ((VectorDataViewType)answered.Schema["Features"].Type).Size.ShouldBe(s_classifier.Model.Labels.Count);
    }

    [Fact]
    public void The_labels_are_the_slot_names_of_the_scores_and_nothing_else_is_left_behind()
    {
        IDataView rows = LabelledView.Write(_context, News.Passages);

        DataViewSchema schema = new ArmsClassifierEstimator(_context).Fit(rows).Transform(rows).Schema;

        VBuffer<ReadOnlyMemory<char>> names = default;
        schema["Score"].GetSlotNames(ref names);
        names.DenseValues().Select(name => name.ToString()).ShouldBe(s_classifier.Model.Labels);
        schema.Select(column => column.Name).ShouldBe(
            [.. rows.Schema.Select(column => column.Name), "PredictedLabel", "Probability", "Also", "Abstained", "Score"], ignoreOrder: true);
    }

    [Fact]
    public void A_pool_of_prediction_engines_serves_it_to_many_threads()
    {
        IDataView rows = LabelledView.Write(_context, News.Passages);
        _context.Model.Save(new ArmsClassifierEstimator(_context).Fit(rows), rows.Schema, _zip);
        using ServiceProvider services = new ServiceCollection().AddLogging().AddPredictionEnginePool<PassageRow, VerdictRow>().FromFile(_zip).Services.BuildServiceProvider();
        PredictionEnginePool<PassageRow, VerdictRow> pool = services.GetRequiredService<PredictionEnginePool<PassageRow, VerdictRow>>();

        Parallel.ForEach(Enumerable.Range(0, 4).SelectMany(_ => News.Passages), passage =>
            pool.Predict(new PassageRow { Text = passage.Text }).ShouldBe(s_classifier.Classify(passage.Text)));
    }

    [Fact]
    public void Two_models_in_one_process_do_not_mix()
    {
        IDataView rows = LabelledView.Write(_context, News.Passages);
        TrainingResult other = Trainer.Train(ArmsClassifier.Training.Tests.SyntheticNews.Passages(30));
        ArmsClassifierTransformer ours = new ArmsClassifierEstimator(_context).Fit(rows);
        ArmsClassifierTransformer theirs = new ArmsClassifierEstimator(_context, other.Model).Fit(rows);

        theirs.Transform(rows).GetColumn<float[]>("Score").First().Length.ShouldBe(3);
        ShouldBeAnswered(ours.Transform(rows));
    }

    [Fact]
    public void A_column_that_is_called_like_a_label_is_refused_by_name()
    {
        IDataView rows = _context.Transforms.CopyColumns("sale", "Text").Fit(LabelledView.Write(_context, News.Passages)).Transform(LabelledView.Write(_context, News.Passages));

        Should.Throw<ArgumentException>(() => new ArmsClassifierEstimator(_context).Fit(rows)).Message.ShouldContain("'sale'");
    }

    [Fact]
    public void What_is_no_model_is_refused() =>
        Should.Throw<ModelFormatException>(() => new ArmsClassifierEstimator(_context, new byte[] { 1, 2, 3 }));

    [Fact]
    public void It_is_trained_on_the_rows_of_a_pipeline()
    {
        LabelledPassage[] passages = ArmsClassifier.Training.Tests.SyntheticNews.Passages(40);
        IDataView rows = LabelledView.Write(_context, passages);

        ArmsClassifierTransformer trained = new ArmsClassifierTrainer(_context).Fit(rows);

        trained.Info.Labels.ShouldBe(["cooking", "sport", "weather"]);
        trained.Model.ToArray().ShouldBe(Trainer.Train(passages).Model.ToArray());
    }

    private void ShouldBeAnswered(IDataView answered)
    {
        VerdictRow[] verdicts = [.. _context.Data.CreateEnumerable<VerdictRow>(answered, reuseRowObject: false, ignoreMissingColumns: true)];
        verdicts.Length.ShouldBe(News.Passages.Length);
        for (int i = 0; i < verdicts.Length; i++)
        {
            verdicts[i].Score.Length.ShouldBe(s_classifier.Model.Labels.Count);
            verdicts[i].ShouldBe(s_classifier.Classify(News.Passages[i].Text));
        }
    }
}
