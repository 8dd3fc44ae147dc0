using System.Text;

namespace ArmsClassifier.Feeds.Tests;

public sealed class Windows1252Tests
{
    [Fact]
    public void It_is_what_the_framework_has()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        string expected = Encoding.GetEncoding(1252).GetString([.. Enumerable.Range(0x80, 0x20).Select(i => (byte)i)]);
        string.Concat(Enumerable.Range(0x80, 0x20).Select(i => Windows1252.Meant((char)i))).ShouldBe(expected);
    }

    [Fact]
    public void Other_characters_mean_themselves() =>
        "\0a~\u007F\u00A0é漢".Select(Windows1252.Meant).ShouldBe("\0a~\u007F\u00A0é漢");
}
