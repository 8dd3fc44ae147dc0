using ArmsClassifier.Text;

namespace ArmsClassifier.Tests.Text;

public sealed class ByteMasksTests
{
    [Fact]
    public void The_vector_masks_are_the_scalar_masks_at_every_offset_of_random_bytes()
    {
        var random = new Random(13);
        var bytes = new byte[4096 + ByteMasks.Width];
        for (int round = 0; round < 20; round++)
        {
            random.NextBytes(bytes);
            HoldAtEveryOffset(bytes, $"round {round}");
        }
    }

    // Among all bytes signs and stops are rare, so here they and their neighbours in ASCII crowd the text.
    [Fact]
    public void The_vector_masks_are_the_scalar_masks_where_signs_and_stops_crowd()
    {
        byte[] crowd = [.. "\t\n\u000B\u000C\r\u000E #$%&-./!\"?>@09:AZ[az{`"u8, 0x80, 0xA4, 0xAE, 0xFF];
        var random = new Random(14);
        var bytes = new byte[4096 + ByteMasks.Width];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = crowd[random.Next(crowd.Length)];
        }

        HoldAtEveryOffset(bytes, "crowd");
    }

    [Fact]
    public void Every_byte_value_is_judged_alike_in_every_lane()
    {
        var bytes = new byte[ByteMasks.Width];
        for (int value = 0; value < 256; value++)
        {
            Array.Fill(bytes, (byte)value);
            var expected = new ByteMasks(
                All(ByteMasks.IsWord((byte)value)), All("$%".Contains((char)value, StringComparison.Ordinal)), All(".!?\n\r".Contains((char)value, StringComparison.Ordinal)));
            ByteMasks.At(bytes, 0).ShouldBe(expected, $"byte {value:X2}");
            ByteMasks.Scalar(bytes, 0).ShouldBe(expected, $"byte {value:X2}");
        }

        static ulong All(bool holds) => holds ? ulong.MaxValue : 0;
    }

    [Fact]
    public void Each_lane_is_the_bit_of_its_place()
    {
        for (int place = 0; place < ByteMasks.Width; place++)
        {
            ulong bit = 1UL << place;
            Lone('w', place).ShouldBe(new ByteMasks(bit, 0, 0));
            Lone('$', place).ShouldBe(new ByteMasks(0, bit, 0));
            Lone('.', place).ShouldBe(new ByteMasks(0, 0, bit));
        }

        static ByteMasks Lone(char value, int place)
        {
            var bytes = new byte[ByteMasks.Width];
            bytes[place] = (byte)value;
            return ByteMasks.At(bytes, 0);
        }
    }

    [Fact]
    public void Letters_digits_and_other_scripts_are_words_and_nothing_else_is()
    {
        string words = new([.. Enumerable.Range(0, 0x80).Where(i => ByteMasks.IsWord((byte)i)).Select(i => (char)i)]);
        words.ShouldBe("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
        Enumerable.Range(0x80, 0x80).ShouldAllBe(i => ByteMasks.IsWord((byte)i));
    }

    [Fact]
    public void Masks_past_the_end_are_refused()
    {
        var bytes = new byte[ByteMasks.Width];
        Should.Throw<ArgumentOutOfRangeException>(() => ByteMasks.At(bytes, 1));
    }

    private static void HoldAtEveryOffset(byte[] bytes, string text)
    {
        for (int offset = 0; offset <= bytes.Length - ByteMasks.Width; offset++)
        {
            if (ByteMasks.At(bytes, offset) != ByteMasks.Scalar(bytes, offset))
            {
                Assert.Fail($"{text}, offset {offset}");
            }
        }
    }
}
