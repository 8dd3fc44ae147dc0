using System.Text;

namespace ArmsClassifier.Feeds.Tests;

public sealed class LineBlocksTests
{
    private static readonly string s_input = string.Concat(Enumerable.Range(0, 60).Select(Line));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(1 << 16)]
    public void Whatever_the_size_of_blocks_and_reads_the_items_are_the_same(int blockBytes)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(s_input);
        string expected = Told(DocumentReader.Read(new MemoryStream(bytes), "s", DocumentFormat.Jsonl, new ReaderOptions { MaxItemBytes = 1024 }));

        foreach (int readBytes in (int[])[1, 3, 1000, int.MaxValue])
        {
            Told(Blocks(bytes, blockBytes, readBytes).SelectMany(block => block.Items())).ShouldBe(expected);
        }
    }

    [Fact]
    public void Entries_are_counted_without_blank_lines_and_can_be_passed_over()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(s_input);
        string[] all = [.. Blocks(bytes, 1 << 16, int.MaxValue).SelectMany(block => block.Items()).Select(Told)];
        DocumentBlock[] blocks = [.. Blocks(bytes, 300, 200)];

        blocks.Sum(block => block.Count).ShouldBe(all.Length);
        int before = 0;
        foreach (DocumentBlock block in blocks)
        {
            block.Items(1, 3).Select(Told).ShouldBe(all[before..(before + block.Count)].Where((_, i) => i % 3 == 1));
            before += block.Count;
        }
    }

    [Fact]
    public void A_slow_source_is_handed_on_line_by_line()
    {
        using var slow = new SlowStream("""{"text":"Rain."}""" + "\n");

        DocumentReader.ReadBlocks(slow, "s").First().Items().First().Article!.Passages[0].Text.ShouldBe("Rain.");
    }

    [Fact]
    public void A_file_that_vanishes_is_one_error()
    {
        DocumentBlock block = DocumentReader.ReadBlocks(Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"))).Single();

        block.Items().Single().Error!.Message.ShouldContain("cannot be opened");
    }

    private static IEnumerable<DocumentBlock> Blocks(byte[] bytes, int blockBytes, int readBytes) =>
        LineBlocks.Read(new ChunkStream(bytes, readBytes), "s", new ReaderOptions { MaxItemBytes = 1024 }, blockBytes);

    private static string Told(IEnumerable<DocumentItem> items) => string.Join('\n', items.Select(Told));

    private static string Told(DocumentItem item) => item.Article is { } article
        ? $"{article.Id} {article.Line} {string.Join('|', article.Passages.Select(p => p.Text))}"
        : $"{item.Error} {item.Error!.Raw}";

    private static string Line(int i) => (i % 7) switch
    {
        0 => "\r\n",
        1 => $$"""{"id":{{i}},"text":"{{new string('x', i * 10)}} é 漢"}""" + "\r\n",
        2 => "{broken\n",
        3 => $$"""{"text":"{{new string('y', 1024 + i)}}"}""" + "\n",
        4 => " \t\n",
        5 => "[]\n",
        _ => $$"""{"title":"T{{i}}","text":"a\nb"}""" + (i == 59 ? "" : "\n"),
    };

    /// <summary>Gives its line, and then fails where a reader wants more before it has used that.</summary>
    private sealed class SlowStream(string line) : MemoryStream(Encoding.UTF8.GetBytes(line))
    {
        public override int Read(Span<byte> buffer) => Position < Length ? base.Read(buffer) : throw new InvalidOperationException("the reader wants more than it needs");
    }

    private sealed class ChunkStream(byte[] bytes, int readBytes) : MemoryStream(bytes)
    {
        public override int Read(byte[] buffer, int offset, int count) => base.Read(buffer, offset, Math.Min(count, readBytes));

        public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(buffer.Length, readBytes)]);
    }
}
