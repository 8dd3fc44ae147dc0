using ArmsClassifier.Training;
using ArmsClassifier.Training.Tests;
using Microsoft.ML;

namespace ArmsClassifier.MLNet.Tests;

public sealed class LabelledViewTests
{
    private readonly MLContext _context = new(1);

    [Fact]
    public void What_is_written_is_read_back()
    {
        LabelledPassage[] passages = [.. SyntheticNews.Passages(5), SyntheticNews.Passages(1)[0] with { Group = "g", Table = "t", Role = PassageRole.Standfirst }];

        LabelledView.Read(LabelledView.Write(_context, passages)).ShouldBe(passages);
    }

    [Fact]
    public void Text_and_label_are_enough_and_each_row_is_an_article_then()
    {
        IDataView view = _context.Data.LoadFromEnumerable(new[] { new { Text = "a", Label = "x" }, new { Text = "b", Label = "y" } });

        IReadOnlyList<LabelledPassage> passages = LabelledView.Read(view);

        passages.Select(p => (p.Text, p.Label)).ShouldBe([("a", "x"), ("b", "y")]);
        passages.Select(p => p.Article).Distinct().Count().ShouldBe(2);
        passages.ShouldAllBe(p => p.Also == null && p.Group == null && p.Role == PassageRole.Body);
    }

    [Fact]
    public void A_label_may_be_a_key()
    {
        IDataView view = _context.Data.LoadFromEnumerable(new[] { new { Text = "a", Label = "x" }, new { Text = "b", Label = "y" } });

        LabelledView.Read(_context.Transforms.Conversion.MapValueToKey("Label").Fit(view).Transform(view)).Select(p => p.Label).ShouldBe(["x", "y"]);
    }

    [Fact]
    public void What_is_missing_or_wrong_is_said_by_name()
    {
        Refusal(new { Text = "a" }).ShouldContain("'Label'");
        Refusal(new { Text = "a", Label = 3 }).ShouldContain("'Label'");
        Refusal(new { Text = "a", Label = "" }).ShouldContain("row 0: column 'Label'");
        Refusal(new { Text = "  ", Label = "x" }).ShouldContain("row 0: column 'Text'");
        Refusal(new { Text = "a", Label = "x", Role = "hero" }).ShouldContain("'hero'");
        Refusal(new { Text = "a", Label = "x", Position = 1.5 }).ShouldContain("'Position'");

        string Refusal<T>(T row)
            where T : class => Should.Throw<DataFormatException>(() => LabelledView.Read(_context.Data.LoadFromEnumerable(new[] { row }))).Message;
    }
}
