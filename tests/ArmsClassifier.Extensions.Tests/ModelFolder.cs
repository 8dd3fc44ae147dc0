using ArmsClassifier.Tests.Model;

namespace ArmsClassifier.Extensions.Tests;

/// <summary>A folder with a model file that tests write, damage and replace; it goes away with the test.</summary>
internal sealed class ModelFolder : IDisposable
{
    public const string Text = "Poland delivers a football and vetoes the deal.";

    private DateTime _written = new(2026, 2, 1, 0, 0, 0, DateTimeKind.Utc);

    public ModelFolder() => Write(Version(1));

    public string Root { get; } = Directory.CreateTempSubdirectory("extensions-tests-").FullName;

    /// <summary>Path of the model file.</summary>
    public string Model => Path.Combine(Root, "model.safetensors");

    /// <summary>A good model; versions differ in their biases, so in every answer.</summary>
    public static byte[] Version(int number, string name = "small")
    {
        float[] bias = [.. SmallModel.Tensors.Bias.Select((value, label) => value + (label == number % 5 ? number / 10f : 0))];
        return SmallModel.Write(SmallModel.Info with { Name = name }, SmallModel.Tensors with { Bias = bias });
    }

    /// <summary>A good model with other labels.</summary>
    public static byte[] OtherLabels() =>
        SmallModel.Write(SmallModel.Info with { Labels = ["analysis", "stop", "diplomatic-rupture", "none", "sale"] }, SmallModel.Tensors);

    /// <summary>What a model must answer to <see cref="Text"/>.</summary>
    public static double[] Answer(byte[] model, string text = Text)
    {
        var probabilities = new double[5];
        Classifier.Load(new MemoryStream(model)).Classify(text, probabilities);
        return probabilities;
    }

    /// <summary>What a classifier answers to <see cref="Text"/>.</summary>
    public static double[] Answer(Classifier classifier)
    {
        var probabilities = new double[classifier.Model.Labels.Count];
        classifier.Classify(Text, probabilities);
        return probabilities;
    }

    /// <summary>Writes into the file, a second after it was last written.</summary>
    public void Write(byte[] content, string? path = null)
    {
        File.WriteAllBytes(path ?? Model, content);
        Touch(path);
    }

    /// <summary>Writes beside the file and renames, keeping the time of the file that is replaced.</summary>
    public void Rename(byte[] content)
    {
        string beside = Model + ".new";
        File.WriteAllBytes(beside, content);
        File.SetLastWriteTimeUtc(beside, _written);
        File.Move(beside, Model, overwrite: true);
    }

    /// <summary>Moves the file's time on by a second.</summary>
    public void Touch(string? path = null)
    {
        _written += TimeSpan.FromSeconds(1);
        File.SetLastWriteTimeUtc(path ?? Model, _written);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
