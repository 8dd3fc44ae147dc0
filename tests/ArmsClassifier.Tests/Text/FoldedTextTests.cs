using System.Text;
using ArmsClassifier.Text;

namespace ArmsClassifier.Tests.Text;

public sealed class FoldedTextTests
{
    private const int Texts = 2_000;

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("caf\u00E9 \u00C6gir Stra\u00DFe", "cafe AEgir Strasse")]
    [InlineData("e\u0301lan", "elan")]
    [InlineData("\u0141\u00F3d\u017A \u011E\u00FCler \u015Eahin \u0130zmir", "Lodz Guler Sahin Izmir")]
    [InlineData("Vi\u1EC7t", "Viet")]
    [InlineData("o\uFB03ce \uFB01re", "office fire")]
    [InlineData("\uFF21\uFF12\uFF0D\uFF42", "A2-b")]
    [InlineData("\u2018a\u2019 \u201Cb\u201D \u00ABc\u00BB", "'a' \"b\" \"c\"")]
    [InlineData("a\u2013b\u2014c\u2212d", "a-b-c-d")]
    [InlineData("\u20AC1 \u00A32 \u00A53", "$1 $2 $3")]
    [InlineData("re\u00ADex\u200Bport\uFEFF", "reexport")]
    [InlineData("\u202Aleft\u202C \u2066right\u2069", "left right")]
    [InlineData("a\u00A0b\u2009c\u3000d", "a b c d")]
    [InlineData("one\u2028two\u2029three", "one\ntwo\nthree")]
    public void Typography_folds_to_plain_letters(string text, string folded) => Folded(text).ShouldBe(folded);

    [Fact]
    public void Letters_of_other_scripts_and_surrogates_stay_parts_of_words()
    {
        using FoldedText folded = FoldedText.Of("\u0440\u6B66\uD83D\uDE80\uD800", keepOffsets: false);
        folded.Bytes.ToArray().ShouldAllBe(value => value >= 0x80);
        folded.Length.ShouldBe(5);
    }

    [Fact]
    public void Every_character_folds_to_at_most_three_bytes_and_none_is_a_part_of_a_letter()
    {
        byte[] folded = new byte[CharFolding.MaxBytesPerChar];
        for (int c = 0; c <= char.MaxValue; c++)
        {
            int bytes = CharFolding.Fold((char)c, folded);
            bytes.ShouldBeInRange(0, CharFolding.MaxBytesPerChar);
            bool word = bytes > 0 && ByteMasks.IsWord(folded[0]);
            folded.Take(bytes).All(value => ByteMasks.IsWord(value) == word).ShouldBeTrue($"U+{c:X4} is half a word");
        }
    }

    [Fact]
    public void Ascii_folds_to_itself_with_its_case()
    {
        string ascii = new([.. Enumerable.Range(0, 0x80).Select(i => (char)i)]);
        Folded(ascii).ShouldBe(ascii);
    }

    [Fact]
    public void Every_folded_byte_knows_the_character_that_it_came_from()
    {
        var random = new Random(11);
        for (int i = 0; i < Texts; i++)
        {
            string text = RandomText.Characters(random, 80);
            using FoldedText folded = FoldedText.Of(text, keepOffsets: true);
            int at = 0;
            for (int original = 0; original < text.Length; original++)
            {
                byte[] expected = new byte[CharFolding.MaxBytesPerChar];
                int bytes = CharFolding.Fold(text[original], expected);
                for (int part = 0; part < bytes; part++, at++)
                {
                    folded.OriginalOffset(at).ShouldBe(original);
                    folded.Bytes[at].ShouldBe(expected[part]);
                }
            }

            folded.Length.ShouldBe(at);
            folded.OriginalOffset(at).ShouldBe(text.Length);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("plain")]
    [InlineData("caf\u00E9")]
    [InlineData("\u200B")]
    public void Zero_bytes_follow_the_text(string text)
    {
        // Leaves other bytes in the pool, which the next text must not see.
        FoldedText.Of(new string('x', 500), keepOffsets: false).Dispose();

        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        folded.Padded[folded.Length..].ToArray().ShouldBe(new byte[FoldedText.PaddingBytes]);
    }

    private static string Folded(string text)
    {
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        return Encoding.Latin1.GetString(folded.Bytes);
    }
}
