using System.Globalization;

namespace ArmsClassifier.Feeds.Tests;

public sealed class PageFurnitureTests
{
    public static TheoryData<string> Pages =>
        [
            .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Pages"), "*.txt")
                .Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal),
        ];

    /// <summary>Each page has beside it the date and, for each line that begins a passage, the role that a reader would give it.</summary>
    [Theory]
    [MemberData(nameof(Pages))]
    public void The_lines_of_a_page_have_the_roles_that_a_reader_gives_them(string page)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Pages", page);
        string[] expected = File.ReadAllLines(path + ".roles");

        Article article = DocumentReader.ReadPath(path + ".txt").ShouldHaveSingleItem().Article.ShouldNotBeNull();

        string date = article.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "null";
        string[] found = [.. article.Passages.Select(Describe)];
        found.Prepend($"date {date}").ShouldBe(expected);
    }

    [Fact]
    public void The_subject_of_a_mail_is_its_title_without_the_field_name() =>
        DocumentReader.ReadPath(Path.Combine(AppContext.BaseDirectory, "Pages", "wrapped-mail.txt")).Single().Article!.Title
            .ShouldBe("[arms-watch] Cargo of mortars turned back at Durban");

    [Fact]
    public void With_a_title_given_its_copy_in_the_text_is_furniture()
    {
        Article article = Reading.Article(
            """{"title":"Ship held in Suez","text":"Ship held in Suez\nOfficers held a ship that carried mortars.\nIt may sail soon."}""");

        article.Roles().ShouldBe([PassageRole.Title, PassageRole.Furniture, PassageRole.Body, PassageRole.Body]);
    }

    [Theory]
    [InlineData("Support grows for arms ban")]
    [InlineData("Search for missing jet is called off")]
    [InlineData("Back to the table: talks on jets resume")]
    [InlineData("“No,” he said.")]
    [InlineData("US, Saudi sign tank deal")]
    [InlineData("About 71 percent favour a ban, according to a Reuters/Ipsos poll conducted this week.")]
    [InlineData("The minister told us that you cannot subscribe to both treaties, an aide said.")]
    [InlineData("The report was first published by a newsletter on arms sales, which said that 12 jets had been sold.")]
    public void News_between_the_furniture_of_a_page_is_kept(string news)
    {
        Article article = Reading.Article(
            $"""
            Home
            Menu
            Log in
            Arms fair opens in Paris amid protests
            By Ann Lee
            3 May 2021
            The fair was opened by the minister on Monday after a week of protests in the capital.
            {news}
            Some sixty firms have come to show tanks, guns and drones to buyers from all continents.
            Share
            Tweet
            """);

        article.Passages.Single(passage => passage.Text == news).Role.ShouldBe(PassageRole.Body);
        article.Title.ShouldBe("Arms fair opens in Paris amid protests");
    }

    [Theory]
    [InlineData("Saudi Arabia is the largest customer, according to analysts.")]
    [InlineData("France, Germany and Italy pay for the work of the editors.")]
    [InlineData("North Korea has reported no sales since then.")]
    public void A_last_paragraph_that_is_no_biography_is_kept(string news)
    {
        Article article = Reading.Article(
            $"Menu\nArms fair opens in Paris\n3 May 2021\nThe fair was opened by the minister on Monday.\n{news}\nShare");

        article.Passages.Single(passage => passage.Text == news).Role.ShouldBe(PassageRole.Body);
    }

    private static string Describe(Passage passage) => string.Create(
        CultureInfo.InvariantCulture,
        $"{passage.Line} {passage.Role.ToString().ToLowerInvariant()}");
}
