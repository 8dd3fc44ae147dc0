using System.Globalization;

namespace ArmsClassifier.Samples.Tests;

public sealed class ScoreAStreamTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Every_article_is_labelled_in_its_order_and_a_bad_one_is_said_in_its_place()
    {
        IEnumerable<string> articles = Enumerable.Range(0, 2000).Select(i => i == 1000
            ? "{ not JSON"
            : string.Create(CultureInfo.InvariantCulture, $$"""{"title":"Story {{i}}","text":"Sweden signed a contract for {{i}} missiles."}"""));
        File.WriteAllLines(_file, articles);

        string[] lines = Sample.Lines("ScoreAStream", _file);

        lines.Length.ShouldBe(2000);
        lines[1000].ShouldStartWith($"! {_file}");
        lines.Select((line, i) => i == 1000 || line.EndsWith($"\tStory {i}", StringComparison.Ordinal)).ShouldAllBe(inPlace => inPlace);
        lines[0].ShouldStartWith("sale\t");
    }

    [Fact]
    public void A_guide_shows_its_lines() => Sample.ShouldBeShown("ScoreAStream", "docs/classify.md", "score-a-stream");
}
