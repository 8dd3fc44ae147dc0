using System.Security.Cryptography;
using System.Text;

namespace ArmsClassifier.Cli.Tests.Disk;

/// <summary>Each call that opens, writes, flushes or moves a file fails once: there is the old file or the new one, a message, and exit code 74.</summary>
public sealed class FailingDiskTests : Folder
{
    private const string Old = "old";
    private const int MaxCalls = 500;

    [Theory]
    [InlineData("jsonl", true)]
    [InlineData("jsonl", false)]
    [InlineData("csv", true)]
    public void Classify_leaves_the_old_output_or_the_new_and_can_go_on(string format, bool staysFull)
    {
        string input = Write("in.jsonl", string.Concat(Enumerable.Range(0, 60).Select(i =>
            i % 9 == 7 ? "{broken\n" : $$"""{"id":{{i}},"text":"The ministry signed a contract for tanks.","note":"{{new string('x', 2000)}}"}""" + "\n")));
        string[] run = ["classify", input, "--model", TinyModel.File, "--output-format", format, "--checkpoint-seconds", "0"];
        Command.Run([.. run, "--output", At("whole"), "--errors", At("whole.bad")]).ExitCode.ShouldBe(65);
        string[] here = [.. run, "--output", At("out"), "--errors", At("out.bad")];

        int calls = FailAtEach(staysFull, here, 65, () =>
        {
            OldOrNew("out", File.ReadAllBytes(At("whole")));
            OldOrNew("out.bad", File.ReadAllBytes(At("whole.bad")));
            Files().ShouldBeSubsetOf(["in.jsonl", "out", "out.bad", "out.partial", "out.bad.partial", "out.journal", "whole", "whole.bad"]);

            // What was done is not done again, or all is done anew; both give the same bytes.
            Command.Run([.. here, "--resume"]).ExitCode.ShouldBe(65);
            File.ReadAllBytes(At("out")).ShouldBe(File.ReadAllBytes(At("whole")));
            File.ReadAllBytes(At("out.bad")).ShouldBe(File.ReadAllBytes(At("whole.bad")));
            Files().ShouldBe(["in.jsonl", "out", "out.bad", "whole", "whole.bad"]);
            Write("out", Old);
            Write("out.bad", Old);
        });

        calls.ShouldBeGreaterThan(12);
    }

    [Fact]
    public void Classify_of_what_cannot_be_read_again_leaves_the_old_output_or_the_new()
    {
        string input = Write("in.txt", "The ministry signed a contract for tanks.");
        string[] run = ["classify", input, "--model", TinyModel.File, "--output-format", "html"];
        Command.Run([.. run, "--output", At("whole")]).ExitCode.ShouldBe(0);

        FailAtEach(staysFull: true, [.. run, "--output", At("out")], 0, () =>
        {
            OldOrNew("out", File.ReadAllBytes(At("whole")));
            Files().ShouldBe(["in.txt", "out", "whole"]);
        }).ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Train_leaves_every_file_old_or_new()
    {
        string rows = Write("rows.csv", TinyModel.Table);
        Directory.CreateDirectory(At("new"));
        Directory.CreateDirectory(At("here"));
        Command.Run("train", rows, "--output", At("new/m.st"), "--name", "x").ExitCode.ShouldBe(0);
        string[] names = [.. Directory.EnumerateFiles(At("new")).Select(Path.GetFileName).OfType<string>()];
        names.Length.ShouldBe(3);
        Array.ForEach(names, name => Write("here/" + name, Old));

        FailAtEach(staysFull: true, ["train", rows, "--output", At("here/m.st"), "--name", "x"], 0, () =>
        {
            foreach (string name in names)
            {
                string content = File.ReadAllText(At("here/" + name));
                (content == Old || content.Length == File.ReadAllText(At("new/" + name)).Length).ShouldBeTrue(name);
            }

            Directory.EnumerateFiles(At("here")).Count().ShouldBe(names.Length);
        }).ShouldBeGreaterThan(9);
    }

    [Fact]
    public void Label_leaves_the_old_table_or_the_new()
    {
        const string Page = "Army orders tanks from abroad\nThe ministry signed a contract for tanks.\n";
        string page = Write("page.txt", Page);
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Page)));
        string line = Convert.ToHexStringLower(SHA256.HashData("The ministry signed a contract for tanks."u8));
        string labels = Write("labels.csv", $"document,document_sha256,line_number,passage_sha256,label,also\npage.txt,{hash},2,{line[..16]},sale,\n");
        Command.Run("label", page, "--labels", labels, "--output", At("whole.csv")).ExitCode.ShouldBe(0);

        FailAtEach(staysFull: true, ["label", page, "--labels", labels, "--output", At("out")], 0, () =>
        {
            OldOrNew("out", File.ReadAllBytes(At("whole.csv")));
            Files().ShouldBe(["labels.csv", "out", "page.txt", "whole.csv"]);
        }).ShouldBeGreaterThan(3);
    }

    /// <summary>Runs until no call fails any more; returns how many calls there are.</summary>
    private int FailAtEach(bool staysFull, string[] arguments, int codeOfSuccess, Action check)
    {
        for (int call = 1; call < MaxCalls; call++)
        {
            if (!arguments.Contains("train"))
            {
                Write("out", Old);
            }

            if (arguments.Contains("--errors"))
            {
                Write("out.bad", Old);
            }

            var disk = new FailingDisk(call, staysFull);
            Command run = Command.On(disk, arguments);
            if (!disk.HasFailed)
            {
                run.ExitCode.ShouldBe(codeOfSuccess, run.Error);
                return call - 1;
            }

            run.ExitCode.ShouldBe(74, $"call {call}: {run.Error}");
            run.Error.ShouldContain("cannot be written (No space left on device)");
            check();
        }

        throw new InvalidOperationException("no run came to its end");
    }

    private void OldOrNew(string name, byte[] whole)
    {
        byte[] found = File.ReadAllBytes(At(name));
        (Encoding.UTF8.GetString(found) == Old || found.AsSpan().SequenceEqual(whole)).ShouldBeTrue(name);
    }
}
