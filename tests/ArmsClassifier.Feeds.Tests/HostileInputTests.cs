using System.Globalization;

namespace ArmsClassifier.Feeds.Tests;

public sealed class HostileInputTests
{
    [Fact]
    public void The_culture_of_the_thread_changes_nothing()
    {
        const string Page =
            "INDIA IMPORTS MISSILES\nBY IGOR ILIN\n18 APRIL 2018\n" +
            "INDIA HAS SIGNED A DEAL FOR MISSILES WITH ISTANBUL, IT SAID.\nLIKE\nSIGN IN\nPRINT";
        const string Table = "ID,TEXT,POSITION,ROLE\n1,a,2,TITLE\n1,b,1,FURNITURE\n";
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");
            "I".ToLower(CultureInfo.CurrentCulture).ShouldBe("ı");

            Article page = Reading.Article(Page);
            page.Title.ShouldBe("INDIA IMPORTS MISSILES");
            page.Date.ShouldBe(new DateOnly(2018, 4, 18));
            page.Roles()[3..].ShouldBe([PassageRole.Body, PassageRole.Furniture, PassageRole.Furniture, PassageRole.Furniture]);
            Reading.Items(Table).Select(item => item.Article!.Passages[0].Role).ShouldBe([PassageRole.Title, PassageRole.Furniture]);
            Reading.Items("{\"id\":1.5,\"text\":\"a\"}\n{\"text\":1}").Select(item => item.Article?.Id ?? item.Error!.ToString()[..8])
                .ShouldBe(["1.5", "input:2:"]);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
