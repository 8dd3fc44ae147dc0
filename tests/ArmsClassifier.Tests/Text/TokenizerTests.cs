using System.Text;
using ArmsClassifier.Text;

namespace ArmsClassifier.Tests.Text;

public sealed class TokenizerTests
{
    // A token is written after "|" where it begins a sentence, and after "_" where it does not.
    [Theory]
    [InlineData("", "")]
    [InlineData("   \t ", "")]
    [InlineData("Arms deal", "|Arms_deal")]
    [InlineData("  Arms", "|Arms")]
    [InlineData("The deal ended. Poland left", "|The_deal_ended|Poland_left")]
    [InlineData("The deal ended.\" Poland left", "|The_deal_ended|Poland_left")]
    [InlineData("Did it end? yes! no", "|Did_it_end|yes|no")]
    [InlineData("A ship\nwas held\r\nthere", "|A_ship|was_held|there")]
    [InlineData("The deal ended.Poland left", "|The_deal_ended|Poland_left")]
    [InlineData("It ended. 96 jets remain", "|It_ended|96_jets_remain")]
    [InlineData("a deal, signed; late: now (here) \"so\"", "|a_deal_signed_late_now_here_so")]
    [InlineData("a deal - at last -- came", "|a_deal_at_last_came")]
    [InlineData("re-export of S-400s, Russia's", "|re_export_of_S_400s_Russia_s")]
    public void Tokens_are_words_and_stops_and_line_breaks_end_sentences(string text, string expected) => Written(text).ShouldBe(expected);

    [Theory]
    [InlineData("the U.S. Congress", "|the_U_S_Congress")]
    [InlineData("the U.K. and J. Smith", "|the_U_K_and_J_Smith")]
    [InlineData("Gen. Smith met Mr. Lee", "|Gen_Smith_met_Mr_Lee")]
    [InlineData("on Sept. 11 and Dec. 5", "|on_Sept_11_and_Dec_5")]
    [InlineData("about 3.5 tons at 1,200.75 each", "|about_3_5_tons_at_1_200_75_each")]
    [InlineData("arms etc. were sold", "|arms_etc_were_sold")]
    public void A_full_stop_within_a_sentence_ends_nothing(string text, string expected) => Written(text).ShouldBe(expected);

    [Theory]
    [InlineData("$5 rose 20% at \u20AC3", "|$_5_rose_20_%_at_$_3")]
    [InlineData("It ended. $5 was paid", "|It_ended|$_5_was_paid")]
    [InlineData("(US$5m)", "|US_$_5m")]
    [InlineData("$", "|$")]
    [InlineData("100%", "|100_%")]
    [InlineData("$$%", "|$_$_%")]
    [InlineData("Sales rose by 20%. The state bought", "|Sales_rose_by_20_%|The_state_bought")]
    public void Currency_and_percent_signs_are_tokens(string text, string expected) => Written(text).ShouldBe(expected);

    [Fact]
    public void Tokens_are_the_same_wherever_a_block_of_64_bytes_ends()
    {
        foreach (int length in (int[])[1, 2, 62, 63, 64, 65, 66, 127, 128, 129])
        {
            for (int before = 0; before <= 130; before++)
            {
                string word = new('w', length);
                string text = new string(' ', before) + word + " end";
                Tokens(text).Select(token => (token.Start, token.Length)).ShouldBe([(before, length), (before + length + 1, 3)]);
            }
        }
    }

    [Fact]
    public void Tokens_are_what_reading_byte_by_byte_finds()
    {
        var random = new Random(12);
        for (int i = 0; i < 3_000; i++)
        {
            string text = i % 2 == 0 ? RandomText.Words(random, 60) : RandomText.Characters(random, 200);
            using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
            Tokens(text).Select(token => (token.Start, token.Length)).ShouldBe(ByteByByte(folded.Bytes));
        }
    }

    [Fact]
    public void A_tokens_hash_is_that_of_its_bytes()
    {
        var random = new Random(15);
        for (int i = 0; i < 500; i++)
        {
            using FoldedText folded = FoldedText.Of(RandomText.Words(random, 60), keepOffsets: false);
            using var tokenized = new TokenizedText(folded);
            foreach (Token token in tokenized.Tokens)
            {
                token.Hash.ShouldBe(TokenHash.Of(folded.Padded, token.Start, token.Length));
            }
        }
    }

    private static List<(int Start, int Length)> ByteByByte(ReadOnlySpan<byte> bytes)
    {
        var tokens = new List<(int, int)>();
        for (int i = 0; i < bytes.Length;)
        {
            int end = i;
            while (end < bytes.Length && ByteMasks.IsWord(bytes[end]))
            {
                end++;
            }

            if (end > i || bytes[i] is (byte)'$' or (byte)'%')
            {
                tokens.Add((i, Math.Max(1, end - i)));
            }

            i = Math.Max(end, i + 1);
        }

        return tokens;
    }

    private static string Written(string text)
    {
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        using var tokenized = new TokenizedText(folded);
        var written = new StringBuilder();
        for (int i = 0; i < tokenized.Tokens.Length; i++)
        {
            Token token = tokenized.Tokens[i];
            written.Append(tokenized.Sentences.Contains(i) ? '|' : '_');
            written.Append(Encoding.Latin1.GetString(folded.Bytes[token.Start..token.End]));
        }

        return written.ToString();
    }

    private static Token[] Tokens(string text)
    {
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        using var tokenized = new TokenizedText(folded);
        return tokenized.Tokens.ToArray();
    }
}
