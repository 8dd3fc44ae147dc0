using ArmsClassifier.Text;

namespace ArmsClassifier.Tests.Text;

public sealed class SentenceTests
{
    private const int Texts = 3_000;

    [Fact]
    public void Sentences_ascend_from_the_first_token_and_none_is_empty()
    {
        var random = new Random(16);
        for (int i = 0; i < Texts; i++)
        {
            (Token[] tokens, int[] sentences) = Read(Random(random, i));
            if (tokens.Length == 0)
            {
                sentences.ShouldBeEmpty();
                continue;
            }

            sentences[0].ShouldBe(0);
            sentences[^1].ShouldBeLessThan(tokens.Length);
            sentences.Zip(sentences.Skip(1)).ShouldAllBe(pair => pair.First < pair.Second);
        }
    }

    [Fact]
    public void Tokens_and_sentences_are_the_same_wherever_a_block_of_64_bytes_ends()
    {
        var random = new Random(17);
        for (int i = 0; i < 60; i++)
        {
            string text = Random(random, i);
            (Token[] tokens, int[] sentences) = Read(text);
            for (int before = 1; before <= 130; before++)
            {
                (Token[] moved, int[] sentencesAfter) = Read(new string(' ', before) + text);
                sentencesAfter.ShouldBe(sentences);
                moved.Select(t => (t.Hash, t.Start - before, t.End - before)).ShouldBe(tokens.Select(t => (t.Hash, t.Start, t.End)));
            }
        }
    }

    [Fact]
    public void Sentences_are_what_reading_byte_by_byte_finds()
    {
        var random = new Random(18);
        for (int i = 0; i < Texts; i++)
        {
            string text = RandomText.Words(random, 60);
            using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
            byte[] bytes = folded.Padded.ToArray();
            (Token[] tokens, int[] sentences) = Read(text);
            int[] expected = [.. Enumerable.Range(0, tokens.Length).Where(at => at == 0 || Begins(bytes, tokens[at - 1], tokens[at]))];
            sentences.ShouldBe(expected, text);
        }
    }

    [Fact]
    public void Text_of_nothing_but_stops_or_tokens_fits_the_places_that_its_length_asks_for()
    {
        foreach (string unit in (string[])[".", "!", "\n", "$", "w", "w.", "W.", "$!", "9\n", "%?", "Wx."])
        {
            for (int length = 1; length <= 200; length++)
            {
                string text = string.Concat(Enumerable.Repeat(unit, length))[..length];
                using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
                var tokens = new Token[Tokenizer.TokenPlaces(length)];
                var sentences = new int[Tokenizer.SentencePlaces(length)];
                (int count, int sentenceCount) = Tokenizer.Tokenize(folded, tokens, sentences);
                (Token[] rented, int[] rentedSentences) = Read(text);
                tokens[..count].ShouldBe(rented);
                sentences[..sentenceCount].ShouldBe(rentedSentences);
            }
        }
    }

    private static string Random(Random random, int i) => i % 2 == 0 ? RandomText.Words(random, 60) : RandomText.Characters(random, 200);

    /// <summary>Whether what stands between two tokens ends a sentence. Of the abbreviations, the texts have one.</summary>
    private static bool Begins(byte[] bytes, in Token before, in Token next)
    {
        char first = (char)bytes[next.Start];
        for (int at = before.End; at < next.Start; at++)
        {
            bool isFarAmount = next.Start - at > 1 && (char.IsAsciiDigit(first) || first == '$');
            bool isInitial = before.Length == 1 && char.IsAsciiLetter((char)bytes[before.Start]);
            bool isStop = bytes[at] == '.' && (char.IsAsciiLetterUpper(first) || isFarAmount) && !isInitial && before.Hash != TokenHash.Of("mr");
            if (isStop || bytes[at] is (byte)'!' or (byte)'?' or (byte)'\n' or (byte)'\r')
            {
                return true;
            }
        }

        return false;
    }

    private static (Token[] Tokens, int[] Sentences) Read(string text)
    {
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        using var tokenized = new TokenizedText(folded);
        return (tokenized.Tokens.ToArray(), tokenized.Sentences.ToArray());
    }
}
