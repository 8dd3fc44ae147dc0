using System.Globalization;
using System.Text.RegularExpressions;

namespace ArmsClassifier.Training.Tests;

/// <summary>The documents of the seeds are not the project's to publish: their table names lines and hashes, and holds no text.</summary>
public sealed partial class ProjectSeedsTests
{
    private static readonly string[] s_columns = ["document", "document_sha256", "line_number", "passage_sha256", "label", "also"];

    private static readonly string s_path = Path.Combine(ProjectFiles.Data, "seeds", "labels.csv");

    [Fact]
    public void The_table_has_its_six_columns_and_no_other() => File.ReadLines(s_path).First().ShouldBe(string.Join(',', s_columns));

    [Fact]
    public void Every_value_has_its_form_and_none_has_room_for_text()
    {
        string[] labels = ProjectFiles.CodebookLabels;
        var bad = new List<string>();
        foreach (TableRow row in Read())
        {
            bool isGood = DocumentName().IsMatch(row["document"]!) && Sha256().IsMatch(row["document_sha256"]!) && PassageHash().IsMatch(row["passage_sha256"]!)
                && int.TryParse(row["line_number"], NumberStyles.None, CultureInfo.InvariantCulture, out int line) && line > 0
                && labels.Contains(row["label"]) && (row["also"] == "" || (labels.Contains(row["also"]) && row["also"] != row["label"]));
            if (!isGood)
            {
                bad.Add($"labels.csv:{row.Line}");
            }
        }

        bad.ShouldBeEmpty();
    }

    [Fact]
    public void A_document_has_one_hash_and_a_line_one_label()
    {
        TableRow[] rows = Read();

        rows.Select(row => (row["document"], row["document_sha256"])).Distinct().Select(d => d.Item1).ShouldBeUnique();
        rows.Select(row => (row["document"], row["document_sha256"])).Distinct().Select(d => d.Item2).ShouldBeUnique();
        rows.Select(row => (row["document"], row["line_number"])).ShouldBeUnique();
    }

    private static TableRow[] Read()
    {
        var errors = new List<TableError>();
        TableRow[] rows = [.. TableRows.Read(s_path, s_columns, [], errors)];
        errors.ShouldBeEmpty();
        rows.ShouldNotBeEmpty();
        return rows;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_.-]{1,80}$", RegexOptions.NonBacktracking)]
    private static partial Regex DocumentName();

    [GeneratedRegex("^[0-9a-f]{64}$", RegexOptions.NonBacktracking)]
    private static partial Regex Sha256();

    [GeneratedRegex("^[0-9a-f]{16}$", RegexOptions.NonBacktracking)]
    private static partial Regex PassageHash();
}
