using ArmsClassifier.Feeds.Tests;

namespace ArmsClassifier.Tests.Model;

public sealed class FuzzedModelTests
{
    private static readonly string[] s_scraps =
    [
        "\"", "{", "}", "[", "]", ",", ":", "\\", "\0", "-1", "99999999999999999999",
        "F32", "I16", "U8", "__metadata__", "data_offsets", "shape", "null", "1e999", "NaN", "é",
    ];

    [Fact]
    public void A_model_damaged_at_random_is_refused_or_read_and_nothing_else() =>
        FuzzRun.Run("model file", [SmallModel.File], s_scraps, static (file, _) =>
        {
            try
            {
                Classifier.Load(new MemoryStream(file, writable: false)).Classify("The ministry signed a contract.").Label.ShouldNotBeEmpty();
            }
            catch (ModelFormatException refused)
            {
                refused.Message.Length.ShouldBeLessThan(1000);
            }
        });
}
