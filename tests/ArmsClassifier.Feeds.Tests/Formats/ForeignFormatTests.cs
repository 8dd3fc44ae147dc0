using System.Formats.Tar;
using System.Text;

namespace ArmsClassifier.Feeds.Tests;

public sealed class ForeignFormatTests
{
    private const int TailBytes = 600;

    [Theory]
    [InlineData("28B52FFD", "Zstandard", "pack it with gzip")]
    [InlineData("FD377A585A00", "xz", "pack it with gzip")]
    [InlineData("425A6839314159265359", "bzip2", "pack it with gzip")]
    [InlineData("04224D18", "LZ4", "pack it with gzip")]
    [InlineData("1F9D90", "compress", "pack it with gzip")]
    [InlineData("377ABCAF271C", "a 7z archive", "unpack it")]
    [InlineData("526172211A0700", "a RAR archive", "unpack it")]
    [InlineData("255044462D312E37", "a PDF document", "save it as text")]
    [InlineData("252150532D41646F", "a PostScript document", "save it as text")]
    [InlineData("7B5C727466315C61", "an RTF document", "save it as text")]
    [InlineData("D0CF11E0A1B11AE1", "an Office document", "save it as text")]
    [InlineData("53514C69746520666F726D6174203300", "a SQLite database", "export its table")]
    [InlineData("5041523115", "a Parquet table", "export it")]
    [InlineData("89504E470D0A1A0A", "a PNG picture", "leave it out")]
    [InlineData("FFD8FFE000104A46", "a JPEG picture", "leave it out")]
    [InlineData("474946383961", "a GIF picture", "leave it out")]
    [InlineData("49492A00", "a TIFF picture", "leave it out")]
    [InlineData("4D4D002A", "a TIFF picture", "leave it out")]
    [InlineData("524946461000000057454250", "a WebP picture", "leave it out")]
    [InlineData("424D0000010000000000360000002800", "a BMP picture", "leave it out")]
    [InlineData("49443304", "a sound recording", "leave it out")]
    [InlineData("1A45DFA3", "a film", "leave it out")]
    [InlineData("00000018667479706D703432", "a film, picture or sound recording", "leave it out")]
    public void What_holds_no_text_is_one_error_that_says_what_it_is_and_what_to_do(string beginning, string name, string cure)
    {
        byte[] bytes = [.. Convert.FromHexString(beginning), .. new byte[TailBytes]];

        InputError error = Reading.Items(bytes).ShouldHaveSingleItem().Error();

        error.Severity.ShouldBe(InputSeverity.Error);
        error.Message.ShouldContain(name);
        error.Message.ShouldContain(cure);
    }

    [Fact]
    public void A_tar_archive_is_known_also_inside_gzip()
    {
        var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
        {
            writer.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "a.txt") { DataStream = new MemoryStream("A ship was held."u8.ToArray()) });
        }

        Reading.Items(tar.ToArray()).ShouldHaveSingleItem().Error().Message.ShouldContain("a tar archive");
        Reading.Items(Packing.Gzip(tar.ToArray())).ShouldHaveSingleItem().Error().Message.ShouldContain("a tar archive");
    }

    [Theory]
    [InlineData("[Content_Types].xml")]
    [InlineData("META-INF/manifest.xml")]
    public void A_document_of_an_office_program_is_one_error(string part)
    {
        byte[] zip = Packing.Zip((part, "<Types/>"u8.ToArray()), ("word/document.xml", "<w:body>Text.</w:body>"u8.ToArray()));

        Reading.Items(zip).ShouldHaveSingleItem().Error().Message.ShouldContain("save it as text");
    }

    [Theory]
    [InlineData("BM shares fell on Monday after the yard lost its order, the exchange said.")]
    [InlineData("PAR1 was the name of the frigate that the navy sold.")]
    [InlineData("ID3 of the register lists a ship that was sold.")]
    [InlineData("Rar! was what the sailors called the patrol boat.")]
    [InlineData("%PD was printed on the hull of the ship that was sold.")]
    public void Text_that_begins_like_another_format_is_text(string text) => Reading.Article(text).Texts().ShouldBe([text]);

    [Fact]
    public void Text_in_UTF_16_is_no_picture() =>
        Reading.Items(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("A ship was held in port.")).ToArray())
            .ShouldHaveSingleItem().IsArticle.ShouldBeTrue();
}
