using System.Buffers.Binary;
using System.Text;

namespace ArmsClassifier.Tests.Model;

/// <summary>A damaged file is refused with <see cref="ModelFormatException"/>; it never fails in another way.</summary>
public sealed class DamagedModelTests
{
    private const int DataCuts = 200;
    private const int DataFlips = 2_000;
    private const int SpareBytes = 1 << 20;

    private static readonly byte[] s_file = SmallModel.File;
    private static readonly int s_dataStart = SafetensorsText.DataStart(s_file);

    [Fact]
    public void A_file_cut_anywhere_in_its_header_is_refused()
    {
        for (int length = 0; length <= s_dataStart; length++)
        {
            Refused(s_file[..length]);
        }
    }

    [Fact]
    public void A_file_cut_anywhere_in_its_data_is_refused()
    {
        var random = new Random(31);
        for (int i = 0; i < DataCuts; i++)
        {
            Refused(s_file[..random.Next(s_dataStart, s_file.Length)]);
        }

        Refused(s_file[..^1]);
    }

    [Fact]
    public void Bytes_after_the_data_are_refused()
    {
        Refused([.. s_file, 0]);
        Refused([.. s_file, .. new byte[4096]]);
        Refused([.. s_file, .. s_file]);
    }

    [Fact]
    public void Every_flipped_bit_of_the_header_is_refused()
    {
        for (int bit = 0; bit < s_dataStart * 8; bit++)
        {
            Refused(Flipped(bit));
        }
    }

    [Fact]
    public void Flipped_bits_of_the_data_are_refused()
    {
        var random = new Random(32);
        for (int i = 0; i < DataFlips; i++)
        {
            Refused(Flipped(random.Next(s_dataStart * 8, s_file.Length * 8)));
        }
    }

    [Fact]
    public void Random_bytes_are_refused()
    {
        var random = new Random(33);
        for (int i = 0; i < DataFlips; i++)
        {
            var bytes = new byte[random.Next(200)];
            random.NextBytes(bytes);
            Refused(bytes);
            Refused(SafetensorsText.Join(Encoding.Latin1.GetString(bytes), []));
        }
    }

    [Theory]
    [InlineData(ulong.MaxValue)]
    [InlineData(1UL << 63)]
    [InlineData(1UL << 40)]
    [InlineData((1UL << 32) + 8)]
    [InlineData((1UL << 31) - 1)]
    [InlineData(100_000_000UL)]
    public void A_header_that_claims_too_much_costs_no_memory(ulong claim)
    {
        byte[] file = [.. s_file];
        BinaryPrimitives.WriteUInt64LittleEndian(file, claim);
        Refused(file);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused(file);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(file.Length + SpareBytes);
    }

    [Fact]
    public void A_tensor_that_claims_too_much_costs_no_memory()
    {
        byte[] file = SafetensorsText.Join("""{"bias":{"dtype":"F32","shape":[500000000],"data_offsets":[0,2000000000]}}""", []);
        Refused(file);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Refused(file);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(SpareBytes);
    }

    [Fact]
    public void A_refusal_says_what_to_do_in_a_short_message()
    {
        byte[] braces = Encoding.UTF8.GetBytes(new string('{', 100_000));
        foreach (byte[] file in (byte[][])[[], s_file[..100], s_file[..^1], [.. s_file, 0], braces])
        {
            string message = Refused(file).Message;
            message.ShouldMatch("again|anew");
            message.Length.ShouldBeLessThan(500);
        }
    }

    private static byte[] Flipped(int bit)
    {
        byte[] file = [.. s_file];
        file[bit / 8] ^= (byte)(1 << (bit % 8));
        return file;
    }

    private static ModelFormatException Refused(byte[] file) =>
        Assert.Throws<ModelFormatException>(() => Classifier.Load(new MemoryStream(file, writable: false)));
}
