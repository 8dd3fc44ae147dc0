// Our classifier as a step of an ML.NET pipeline, saved and loaded with it: dotnet run -p:MLNet=true (docs/mlnet.md).
#if MLNET
using ArmsClassifier.MLNet;
using Microsoft.ML;

var context = new MLContext();
IDataView news = context.Data.LoadFromEnumerable<News>(
[
    new() { Text = "Norway ordered three more patrol aircraft." },
    new() { Text = "The port city opened its rebuilt concert hall." },
]);

ITransformer pipeline = new ArmsClassifierEstimator(context).Fit(news);
string file = Path.GetTempFileName();
context.Model.Save(pipeline, news.Schema, file);

ITransformer loaded = new MLContext().Model.Load(file, out _);
foreach (Verdict verdict in context.Data.CreateEnumerable<Verdict>(loaded.Transform(news), reuseRowObject: false))
{
    Console.WriteLine($"{verdict.PredictedLabel} {verdict.Probability:0.00}: {verdict.Text}");
}

File.Delete(file);

internal class News
{
    public string Text { get; set; } = "";
}

internal sealed class Verdict : News
{
    public string PredictedLabel { get; set; } = "";

    public float Probability { get; set; }
}
#else
Console.WriteLine("built without ML.NET: with its packages at hand, dotnet run -p:MLNet=true");
#endif
