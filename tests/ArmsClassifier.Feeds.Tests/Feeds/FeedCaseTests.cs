using System.Text;

namespace ArmsClassifier.Feeds.Tests;

public sealed class FeedCaseTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (string file in Directory.EnumerateFiles(FeedCase.Folder, "*.cases").Order(StringComparer.Ordinal))
        {
            string name = Path.GetFileNameWithoutExtension(file);
            foreach (FeedCase feed in name == "dates" ? [] : FeedCase.Of(name))
            {
                cases.Add(name, feed.Name);
            }
        }

        return cases;
    }

    public static TheoryData<string> Dates() => [.. File.ReadLines(Path.Combine(FeedCase.Folder, "dates.cases"))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_document_gives_its_articles_and_a_message_only_where_one_is_due(string file, string name)
    {
        FeedCase feed = FeedCase.Of(file).Single(one => one.Name == name);

        List<DocumentItem> items = Reading.Items(feed.Document);

        items.Where(item => item.IsArticle).Select(item => FeedCase.Write(item.Article!)).ShouldBe(feed.Articles);
        string[] messages = [.. items.Where(item => !item.IsArticle).Select(item => item.Error().Message)];
        if (feed.Message is null)
        {
            messages.ShouldBeEmpty();
        }
        else
        {
            messages.ShouldContain(message => message.Contains(feed.Message, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_document_says_the_same_in_UTF_16_and_with_line_breaks_of_Windows(string file, string name)
    {
        FeedCase feed = FeedCase.Of(file).Single(one => one.Name == name);
        byte[] bytes = [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(feed.Document.ReplaceLineEndings("\r\n"))];

        Reading.Items(bytes).Where(item => item.IsArticle).Select(item => FeedCase.Write(item.Article!)).ShouldBe(feed.Articles);
    }

    [Theory]
    [MemberData(nameof(Dates))]
    public void A_date_is_read_in_any_form(string line)
    {
        string[] parts = line.Split('=', StringSplitOptions.TrimEntries);

        FeedDate? date = FeedDate.Parse(parts[0]);

        FeedCase.Write(new Article { Id = "", Date = date?.Date, Published = date?.Moment, Passages = [] }).Split('|')[2].ShouldBe(parts[1]);
    }

    [Fact]
    public void The_formats_document_tells_how_many_test_documents_there_are()
    {
        string document = File.ReadAllText(Checkout.PathOf("docs", "formats.md"));

        foreach (string file in Directory.EnumerateFiles(FeedCase.Folder, "*.cases").Select(path => Path.GetFileNameWithoutExtension(path)!))
        {
            int count = file == "dates" ? Dates().Count : FeedCase.Of(file).Count();
            document.ShouldContain($"| `{file}` | {count} |");
        }
    }
}
