using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ArmsClassifier.Training.Tests.Data;

public sealed class DocumentLabelsTests : IDisposable
{
    private const string Header = "document,document_sha256,line_number,passage_sha256,label,also\n";
    private const string Text = "A headline about frigates\r\n\r\n  The yard delivered two of them. \u2028Nothing else happened.\n";

    private readonly string _table = Path.GetTempFileName();

    public void Dispose() => File.Delete(_table);

    [Fact]
    public void Lines_are_taken_from_the_document_with_their_labels()
    {
        string rows = Row(4, "Nothing else happened.", "none") + Row(1, "A headline about frigates", "sale", "block") + Row(3, "The yard delivered two of them.", "sale");

        DocumentJoin join = Join(rows, ("folder/other-name.txt", Text));

        LabelledDocument document = join.Documents.ShouldHaveSingleItem();
        document.Name.ShouldBe("news.txt");
        document.Source.ShouldBe("folder/other-name.txt");
        document.Lines.ShouldBe([
            new LabelledLine(1, "A headline about frigates", "sale", "block"),
            new LabelledLine(3, "The yard delivered two of them.", "sale", null),
            new LabelledLine(4, "Nothing else happened.", "none", null),
        ]);
        join.Errors.ShouldBeEmpty();
        join.Missing.ShouldBeEmpty();
    }

    [Fact]
    public void A_byte_order_mark_is_no_part_of_the_first_line() =>
        Join(Row(1, "A headline about frigates", "sale", document: "\uFEFF" + Text), ("news.txt", "\uFEFF" + Text)).Documents[0].Lines.Count.ShouldBe(1);

    [Fact]
    public void A_document_is_given_once_though_it_comes_twice() =>
        Join(Row(1, "A headline about frigates", "sale"), ("a.txt", Text), ("b.txt", Text)).Documents.ShouldHaveSingleItem().Source.ShouldBe("a.txt");

    [Fact]
    public void A_changed_document_is_refused_by_name_and_a_strange_one_passed_over()
    {
        DocumentJoin join = Join(Row(1, "A headline about frigates", "sale"), ("in/news.txt", Text + "!"), ("in/strange.txt", "?"));

        join.Documents.ShouldBeEmpty();
        join.Missing.ShouldBe(["news.txt"]);
        join.Unlisted.ShouldBe(["in/strange.txt"]);
        join.Errors.ShouldHaveSingleItem().Message.ShouldContain("SHA-256");
    }

    [Theory]
    [InlineData(2, "A headline about frigates", "sale", "passage_sha256")]
    [InlineData(0, "A headline about frigates", "sale", "line_number")]
    [InlineData(99, "A headline about frigates", "sale", "line_number")]
    [InlineData(1, "A headline about frigates", "", "label")]
    public void A_row_that_does_not_fit_is_an_error_and_the_others_are_used(int line, string text, string label, string column)
    {
        DocumentJoin join = Join(Row(line, text, label) + Row(4, "Nothing else happened.", "none"), ("news.txt", Text));

        TableError error = join.Errors.ShouldHaveSingleItem();
        (error.Line, error.Column).ShouldBe((2, column));
        join.Documents[0].Lines.ShouldHaveSingleItem().Label.ShouldBe("none");
    }

    [Fact]
    public void A_table_of_another_kind_is_refused()
    {
        File.WriteAllText(_table, "a,b\n1,2\n");

        Should.Throw<DataFormatException>(() => DocumentLabels.Join(_table, [])).Message.ShouldContain("document");
    }

    private static string Row(int line, string text, string label, string also = "", string document = Text) =>
        string.Create(CultureInfo.InvariantCulture, $"news.txt,{Hash(document)},{line},{Hash(text)[..DocumentLabels.PassageHashDigits]},{label},{also}\n");

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private DocumentJoin Join(string rows, params (string Name, string Content)[] documents)
    {
        File.WriteAllText(_table, Header + rows);
        return DocumentLabels.Join(_table, documents.Select(d => (d.Name, (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(d.Content))));
    }
}
