using ArmsClassifier.Text;

namespace ArmsClassifier.Tests.Text;

public sealed class TokenMaskTests
{
    [Fact]
    public void The_vector_mask_is_the_scalar_mask_at_every_offset_of_random_bytes()
    {
        var random = new Random(13);
        var bytes = new byte[4096 + TokenMask.Width];
        for (int round = 0; round < 20; round++)
        {
            random.NextBytes(bytes);
            for (int offset = 0; offset <= bytes.Length - TokenMask.Width; offset++)
            {
                if (TokenMask.At(bytes, offset) != TokenMask.Scalar(bytes, offset))
                {
                    Assert.Fail($"round {round}, offset {offset}");
                }
            }
        }
    }

    [Fact]
    public void Every_byte_value_is_judged_alike_in_every_lane()
    {
        var bytes = new byte[TokenMask.Width];
        for (int value = 0; value < 256; value++)
        {
            Array.Fill(bytes, (byte)value);
            TokenMask.At(bytes, 0).ShouldBe(TokenMask.IsWord((byte)value) ? ulong.MaxValue : 0, $"byte {value:X2}");
        }
    }

    [Fact]
    public void Letters_digits_and_other_scripts_are_words_and_nothing_else_is()
    {
        string words = new([.. Enumerable.Range(0, 0x80).Where(i => TokenMask.IsWord((byte)i)).Select(i => (char)i)]);
        words.ShouldBe("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
        Enumerable.Range(0x80, 0x80).ShouldAllBe(i => TokenMask.IsWord((byte)i));
    }

    [Fact]
    public void A_mask_past_the_end_is_refused()
    {
        var bytes = new byte[TokenMask.Width];
        Should.Throw<ArgumentOutOfRangeException>(() => TokenMask.At(bytes, 1));
    }
}
