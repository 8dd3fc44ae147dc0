using System.Text;

namespace ArmsClassifier.Feeds.Tests;

public sealed class CharsetDetectionTests
{
    private const string Russian = "Верфь передала флоту новый фрегат, сообщило министерство обороны в понедельник.";
    private const string French = "Le ministère a confirmé l’achat de dix hélicoptères « légers » à l’été.";

    static CharsetDetectionTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("utf-8", French)]
    [InlineData("windows-1252", French)]
    [InlineData("iso-8859-15", "Le ministère a payé 3 € pour l'été.")]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("iso-8859-5", Russian)]
    [InlineData("ibm866", Russian)]
    [InlineData("windows-1250", "Żołnierze otrzymali śmigłowce, podało ministerstwo.")]
    [InlineData("iso-8859-2", "Żołnierze otrzymali śmigłowce.")]
    [InlineData("windows-1253", "Το υπουργείο αγόρασε φρεγάτες.")]
    [InlineData("iso-8859-7", "Το υπουργείο αγόρασε φρεγάτες.")]
    [InlineData("windows-1254", "Bakanlık yeni gemiler aldı, dedi şirket.")]
    [InlineData("windows-1255", "המשרד קנה ספינות חדשות השבוע.")]
    [InlineData("windows-1256", "اشترت الوزارة سفنا جديدة.")]
    [InlineData("shift_jis", "防衛省は新しい艦艇を購入した。")]
    [InlineData("euc-jp", "防衛省は新しい艦艇を購入した。")]
    [InlineData("iso-2022-jp", "防衛省は新しい艦艇を購入した。")]
    [InlineData("gb2312", "国防部今天购买了新的军舰。")]
    [InlineData("big5", "國防部今天購買了新的軍艦。")]
    [InlineData("euc-kr", "국방부는 새로운 함정을 구입했다.")]
    [InlineData("utf-16", French)]
    public void The_charset_that_an_XML_declaration_names_is_used(string name, string text)
    {
        string document = $"<?xml version='1.0' encoding='{name}'?><rss version=\"2.0\"><channel><item><title>{text}</title></item></channel></rss>";

        Reading.Items(Encoding.GetEncoding(name).GetBytes(document)).ShouldHaveSingleItem().Article!.Title.ShouldBe(Title(text));
    }

    [Theory]
    [InlineData("windows-1252", French)]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("windows-1253", "Το υπουργείο αγόρασε φρεγάτες για το ναυτικό της χώρας.")]
    [InlineData("windows-1255", "המשרד קנה ספינות חדשות השבוע והודיע על כך.")]
    [InlineData("shift_jis", "防衛省は新しい艦艇を購入したと発表しました。")]
    [InlineData("euc-jp", "防衛省は新しい艦艇を購入したと発表しました。")]
    [InlineData("gb2312", "国防部今天说他们已经购买了新的军舰，这是中国的第一次。")]
    [InlineData("big5", "國防部今天說他們已經購買了新的軍艦，這是我們的第一次。")]
    [InlineData("euc-kr", "국방부는 새로운 함정을 구입했다고 이날 발표했다.")]
    public void Statistics_find_the_charset_of_text_that_does_not_say(string name, string text)
    {
        byte[] bytes = Encoding.GetEncoding(name).GetBytes($"<rss><channel><item><title>{text}</title></item></channel></rss>");

        List<DocumentItem> items = Reading.Items(bytes);

        items[0].Article!.Title.ShouldBe(Title(text));
        items.ShouldHaveWarning("bytes that are not UTF-8, and no declaration of what they are");
        Reading.Note(bytes)!.ShouldEndWith("(statistics)");
    }

    [Fact]
    public void UTF_8_that_is_declared_as_something_else_is_read_as_what_it_is()
    {
        byte[] bytes = Encoding.UTF8.GetBytes($"<?xml version='1.0' encoding='iso-8859-1'?><rss><channel><item><title>{French}</title></item></channel></rss>");

        Reading.Items(bytes).ShouldHaveSingleItem().Article!.Title.ShouldBe(Title(French));
        Reading.Note(bytes)!.ShouldContain("utf-8 (its bytes, against the XML declaration windows-1252)");
    }

    [Fact]
    public void Windows_1252_that_is_declared_as_UTF_8_is_read_as_what_it_is()
    {
        byte[] bytes = Encoding.GetEncoding(1252).GetBytes($"<?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>{French}</title></item></channel></rss>");

        List<DocumentItem> items = Reading.Items(bytes);

        items[0].Article!.Title.ShouldBe(Title(French));
        items.ShouldHaveWarning("bytes that are not in the declared encoding utf-8");
    }

    [Theory]
    [InlineData("utf-16", "bytes that are not in the declared encoding utf-16")]
    [InlineData("utf-32", "bytes that are not in the declared encoding utf-32")]
    [InlineData("ibm037", "bytes that are not in the declared encoding ibm037")]
    [InlineData("quay-1", "an encoding that is not known: quay-1")]
    public void A_declaration_that_cannot_be_true_is_told_and_does_not_count(string declared, string warning)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(
            $"<?xml version='1.0' encoding='{declared}'?><rss><channel><item><title>{Russian}</title></item></channel></rss>");

        List<DocumentItem> items = Reading.Items(bytes);

        items[0].Article!.Title.ShouldBe(Title(Russian));
        items.ShouldHaveWarning(warning);
    }

    [Theory]
    [InlineData("utf-16", "utf-8")]
    [InlineData("utf-16BE", "windows-1252")]
    [InlineData("utf-32", "utf-16")]
    [InlineData("utf-8", "utf-8")]
    public void A_byte_order_mark_goes_before_what_the_declaration_says(string name, string declared)
    {
        Encoding encoding = Encoding.GetEncoding(name);
        string document = $"<?xml version='1.0' encoding='{declared}'?><rss><channel><item><title>{Russian}</title></item></channel></rss>";

        Reading.Items([.. encoding.GetPreamble(), .. encoding.GetBytes(document)]).ShouldHaveSingleItem().Article!.Title.ShouldBe(Title(Russian));
    }

    [Fact]
    public void A_feed_in_EBCDIC_is_read()
    {
        byte[] bytes = Encoding.GetEncoding("ibm037").GetBytes(
            "<?xml version='1.0' encoding='ibm037'?><rss><channel><item><title>Hull 12 sold</title></item></channel></rss>");

        Reading.Items(bytes).ShouldHaveSingleItem().Article!.Title.ShouldBe("Hull 12 sold");
    }

    [Fact]
    public void A_few_stray_bytes_in_UTF_8_are_read_as_windows_1252_with_a_warning()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes($"<rss><channel><item><title>{French} "), 0x93, .. "ok"u8, 0x94, .. "</title></item></channel></rss>"u8];

        List<DocumentItem> items = Reading.Items(bytes);

        items[0].Article!.Title.ShouldEndWith("“ok”");
        items[1].Error!.Severity.ShouldBe(InputSeverity.Warning);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    [InlineData("utf-32")]
    public void Wide_charsets_are_known_by_their_zeros(string name)
    {
        byte[] bytes = Encoding.GetEncoding(name).GetBytes("<rss><channel><item><title>Жетон sold</title></item></channel></rss>");

        Reading.Items(bytes).ShouldHaveSingleItem().Article!.Title.ShouldBe("Жетон sold");
    }

    [Fact]
    public void The_charset_of_a_header_goes_before_the_one_in_the_document()
    {
        byte[] bytes = Encoding.GetEncoding(1251).GetBytes($"<?xml version='1.0' encoding='koi8-r'?><rss><channel><item><title>{Russian}</title></item></channel></rss>");
        var source = new DocumentSource(new MemoryStream(bytes), "x") { Charset = "\"Windows-1251\"" };

        DocumentReader.Read(source, DocumentFormat.Auto, new ReaderOptions()).Single(item => item.IsArticle).Article!.Title.ShouldBe(Title(Russian));
    }

    [Theory]
    [InlineData("utf-7")]
    [InlineData("no-such-charset")]
    [InlineData("")]
    [InlineData("x-user-defined\u0000")]
    public void A_label_that_means_nothing_safe_is_passed_over(string label) => CharsetLabels.Find(label).ShouldBeNull();

    private static string Title(string text) => text.Replace('\u00A0', ' ');
}
