namespace ArmsClassifier.Feeds.Tests;

public sealed class FuzzTests
{
    public static TheoryData<string> Names() => [.. FuzzSeeds.Names.Select(input => input.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Damaged_input_gives_articles_and_messages_and_nothing_else(string name)
    {
        DocumentFormat format = FuzzSeeds.Names.Single(input => input.Name == name).Format;
        bool isBinary = name is "WARC" or "gzip" or "zip";
        string[] scraps = isBinary ? FuzzSeeds.PackedScraps : name == "HTML page" ? FuzzSeeds.PageScraps : FuzzSeeds.TextScraps;

        FuzzRun.Run(name, FuzzSeeds.Of(name), scraps, (input, number) =>
        {
            // Every other input is read as what it is taken for, which can be a page: pages have no lines.
            bool isAuto = number % 2 == 1;
            foreach (DocumentItem item in Reading.Items(input, isAuto ? DocumentFormat.Auto : format))
            {
                if (item.IsArticle)
                {
                    item.Article.Id.ShouldNotBeEmpty();
                    item.Article.Passages.All(passage => passage.Text.Length > 0 && (passage.Line > 0 || isAuto || isBinary)).ShouldBeTrue();
                }
                else
                {
                    item.Error();
                }
            }
        });
    }
}
