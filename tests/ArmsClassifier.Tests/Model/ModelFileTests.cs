using System.Text.Json;
using ArmsClassifier.Model;

namespace ArmsClassifier.Tests.Model;

public sealed class ModelFileTests
{
    [Fact]
    public void Writing_what_was_read_gives_the_same_bytes()
    {
        byte[] file = SmallModel.File;
        LinearModel model = ModelFile.Read(file);
        SmallModel.Write(model.Info, model.Tensors, model.Lexicon.Marks).ShouldBe(file);
    }

    [Fact]
    public void The_shipped_model_survives_the_round_trip()
    {
        const string Resource = "ArmsClassifier.arms-news-en.safetensors";
        using Stream shipped = typeof(Classifier).Assembly.GetManifestResourceStream(Resource).ShouldNotBeNull();
        var file = new MemoryStream();
        shipped.CopyTo(file);
        LinearModel model = ModelFile.Read(file.ToArray());
        SmallModel.Write(model.Info, model.Tensors, model.Lexicon.Marks).AsSpan().SequenceEqual(file.ToArray()).ShouldBeTrue();
    }

    [Fact]
    public void What_the_file_says_is_what_was_written()
    {
        ModelInfo written = SmallModel.Info with
        {
            Language = "xx",
            Temperature = 1.25,
            AlsoThreshold = 0.3,
            TrainingPassages = 7,
            TrainingDataHash = new string('a', 64),
            Settings = new Dictionary<string, string> { ["c"] = "10", ["\"quoted\""] = "\u00E9\uD83D\uDE80" },
            Metrics = new Dictionary<string, double> { ["macroF1"] = 0.1 + 0.2 },
        };
        ModelInfo read = Classifier.Load(new MemoryStream(SmallModel.Write(written, SmallModel.Tensors))).Model;

        JsonSerializer.Serialize(read).ShouldBe(JsonSerializer.Serialize(written));
    }

    [Fact]
    public void A_stream_is_read_from_where_it_stands()
    {
        using var stream = new MemoryStream([1, 2, 3, .. SmallModel.File]) { Position = 3 };
        Classifier.Load(stream).Model.Name.ShouldBe("small");
    }

    [Fact]
    public void A_file_is_read_by_its_path_and_named_when_it_is_damaged()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            File.WriteAllBytes(path, SmallModel.File);
            Classifier.Load(path).Model.Name.ShouldBe("small");
            File.WriteAllBytes(path, SmallModel.File[..^1]);
            Should.Throw<ModelFormatException>(() => Classifier.Load(path)).Message.ShouldStartWith(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_missing_file_is_an_input_error_not_a_damaged_model()
    {
        Should.Throw<IOException>(() => Classifier.Load(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));
        Should.Throw<ArgumentNullException>(() => Classifier.Load((Stream)null!));
    }
}
