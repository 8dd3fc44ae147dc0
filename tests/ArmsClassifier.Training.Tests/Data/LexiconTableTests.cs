using ArmsClassifier.Features;

namespace ArmsClassifier.Training.Tests;

public sealed class LexiconTableTests
{
    [Fact]
    public void All_files_of_a_folder_are_read_in_ordinal_order()
    {
        using var folder = new TempFolder();
        folder.Write("b.csv", "term,class,kind,case\nFIFA,body,entity,upper\n");
        folder.Write("a.csv", "case,kind,class,term\r\n,Concept,wet,heavy rain\r\ncapital,number,magnitude,M\r\n");
        folder.Write("notes.md", "not read");

        LexiconTable.ReadFolder(folder.Root).ShouldBe(
        [
            new LexiconEntry("heavy rain", "wet", MarkKind.Concept, TermCase.Any),
            new LexiconEntry("M", "magnitude", MarkKind.Number, TermCase.Capital),
            new LexiconEntry("FIFA", "body", MarkKind.Entity, TermCase.Upper),
        ]);
    }

    [Theory]
    [InlineData("rain,wet,mood,", "kind")]
    [InlineData("rain,wet,,", "kind")]
    [InlineData("rain,wet,1,", "kind")]
    [InlineData("rain,wet,\"entity,concept\",", "kind")]
    [InlineData("rain,wet,concept,lower", "case")]
    [InlineData("rain,wet,concept,2", "case")]
    [InlineData("rain,wet,concept,\"capital,upper\"", "case")]
    [InlineData(",wet,concept,", "term")]
    [InlineData("-,wet,concept,", "term")]
    [InlineData("rain,,concept,", "term")]
    public void A_damaged_row_stops_the_reading_and_is_named_with_file_line_and_column(string row, string column)
    {
        DataFormatException error = Refusal($"term,class,kind,case\nsun,dry,concept,\n{row}\n");

        error.Message.ShouldContain($"lexicon.csv:3: column '{column}': ");
    }

    [Theory]
    [InlineData("rain,wet,concept")]
    [InlineData("ra\"in,wet,concept,")]
    [InlineData("\"rain,wet,concept,")]
    public void A_row_that_is_no_csv_is_named_with_file_and_line(string row) =>
        Refusal($"term,class,kind,case\nsun,dry,concept,\n{row}\n").Message.ShouldContain("lexicon.csv:3: ");

    [Fact]
    public void A_missing_column_is_named() => Refusal("term,class,kind\nrain,wet,concept\n").Message.ShouldContain("no column 'case'");

    [Fact]
    public void A_term_whose_letters_all_vanish_in_folding_is_refused() =>
        Refusal("term,class,kind,case\nsun,dry,concept,\n\u115F,wet,concept,\n").Message.ShouldContain("lexicon.csv:3: column 'term': ");

    private static DataFormatException Refusal(string content)
    {
        using var folder = new TempFolder();
        folder.Write("lexicon.csv", content);
        return Should.Throw<DataFormatException>(() => LexiconTable.ReadFolder(folder.Root));
    }
}
