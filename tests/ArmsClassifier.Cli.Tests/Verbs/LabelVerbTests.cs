using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ArmsClassifier.Cli.Tests.Verbs;

public sealed class LabelVerbTests : Folder
{
    private const string Page =
        "Home\nWorld\nSport\nWeather\n\nArmy orders tanks from abroad\nThe ministry signed a contract for tanks, \"at last\", and delivery begins next year.\nShare this article\nAll rights reserved.\n";

    [Fact]
    public void Labels_and_documents_become_a_table_that_evaluate_takes()
    {
        Write("page.txt", Page);
        string labels = Write("labels.csv", Table("page.txt", Page, (1, "none"), (6, "sale"), (7, "sale"), (8, "none")));

        Command run = Command.Run("label", At("page.txt"), "--labels", labels, "--output", At("rows.csv"));

        run.ExitCode.ShouldBe(0, run.Error);
        run.Error.ShouldContain("1 of 1 documents matched, 4 labelled passages");
        string[] rows = File.ReadAllLines(At("rows.csv"));
        rows[0].ShouldBe("article,position,role,label,also,text");
        rows[1].ShouldBe("page.txt,0,furniture,none,,Home");
        rows[2].ShouldBe("page.txt,1,title,sale,,Army orders tanks from abroad");
        rows[3].ShouldStartWith("page.txt,2,body,sale,,\"The ministry signed a contract for tanks, \"\"at last\"\", and");
        Command.Run("evaluate", At("rows.csv"), "--model", TinyModel.File).ExitCode.ShouldBe(0);
    }

    [Fact]
    public void A_document_is_found_by_its_content_whatever_its_name()
    {
        Directory.CreateDirectory(At("in"));
        Write("in/renamed.txt", Page);
        Write("in/README.md", "Something else.");

        Command run = Command.Run("label", At("in"), "--labels", Write("labels.csv", Table("page.txt", Page, (6, "sale"))));

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("page.txt,0,title,sale");
        run.Error.ShouldContain("README.md: not listed");
    }

    [Fact]
    public void A_document_that_was_changed_is_refused()
    {
        string labels = Write("labels.csv", Table("page.txt", Page, (6, "sale")));

        Command run = Command.Run("label", Write("page.txt", Page + " "), "--labels", labels);

        run.ExitCode.ShouldBe(65);
        run.Error.ShouldContain("page.txt: has the SHA-256");
        run.Error.ShouldContain("listed in");
    }

    [Fact]
    public void A_document_that_is_not_given_is_reported_and_a_wrong_line_refused()
    {
        string table = Table("page.txt", Page, (6, "sale")) + Table("other.txt", "x", (1, "none")).Split('\n')[1] + "\n";
        string wrong = Table("page.txt", Page, (7, "sale")).Split('\n')[1].Replace(",7,", ",8,", StringComparison.Ordinal);

        Command run = Command.Run("label", Write("page.txt", Page), "--labels", Write("labels.csv", table + wrong + "\n"));

        run.ExitCode.ShouldBe(65);
        run.Error.ShouldContain("other.txt: listed in");
        run.Error.ShouldContain("labels.csv:4: column 'passage_sha256'");
        run.Out.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    [Fact]
    public void Files_that_are_missing_are_66_and_a_table_of_another_kind_65()
    {
        string page = Write("page.txt", Page);

        Command.Run("label", page, "--labels", At("none.csv")).ExitCode.ShouldBe(66);
        Command.Run("label", At("none.txt"), "--labels", Write("labels.csv", "x")).ExitCode.ShouldBe(66);
        Command.Run("label", page, "--labels", Write("labels.csv", "a,b\n1,2\n")).ExitCode.ShouldBe(65);
        Command.Run("label", page).ExitCode.ShouldBe(2);
    }

    private static string Table(string name, string content, params (int Line, string Label)[] labels)
    {
        var table = new StringBuilder("document,document_sha256,line_number,passage_sha256,label,also\n");
        string[] lines = content.Split('\n');
        foreach ((int line, string label) in labels)
        {
            table.Append(CultureInfo.InvariantCulture, $"{name},{Hash(content)},{line},{Hash(lines[line - 1].Trim())[..16]},{label},\n");
        }

        return table.ToString();
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
