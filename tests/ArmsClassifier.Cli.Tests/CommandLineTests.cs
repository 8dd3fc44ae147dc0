using ArmsClassifier.Cli.Output;

namespace ArmsClassifier.Cli.Tests;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("try")]
    [InlineData("classify")]
    [InlineData("label")]
    [InlineData("train")]
    [InlineData("evaluate")]
    [InlineData("model")]
    [InlineData("bench")]
    public void The_help_of_every_verb_has_examples(string verb)
    {
        Command run = Command.Run(verb, "--help");

        run.ExitCode.ShouldBe(0);
        run.Out.ShouldContain("  armsclassifier " + verb + " ");
        run.Out.ShouldContain("Exit codes:");
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public void The_help_names_every_verb()
    {
        Command run = Command.Run("--help");

        foreach (string verb in new[] { "try", "classify", "label", "train", "evaluate", "model", "bench" })
        {
            run.Out.ShouldContain("\n  " + verb);
        }
    }

    [Fact]
    public void A_mistyped_verb_is_2_with_the_right_one_suggested()
    {
        Command run = Command.Run("clasify");

        run.ExitCode.ShouldBe(2);
        run.Out.ShouldBeEmpty();
        run.Error.ShouldContain("classify");
    }

    [Fact]
    public void No_verb_at_all_is_2() => Command.Run().ExitCode.ShouldBe(2);

    [Fact]
    public void The_version_is_told() => Command.Run("--version").Out.Trim().ShouldNotBeEmpty();

    [Fact]
    public void A_full_disk_is_74_and_a_reader_that_is_gone_0()
    {
        Write(new IOException("No space left on device", 28)).ShouldBe(74);
        Write(new IOException("Broken pipe", 32)).ShouldBe(0);
    }

    private static int Write(IOException failure)
    {
        using var error = new StringWriter();
        using var output = new BufferedStream(new OutputStream(new FailingStream(failure), "standard output"));
        return CommandLine.RunAsync(["model", TinyModel.File], Command.Terminal(Stream.Null, output, error)).GetAwaiter().GetResult();
    }

    private sealed class FailingStream(IOException failure) : MemoryStream
    {
        private bool _hasFailed;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (!_hasFailed)
            {
                _hasFailed = true;
                throw failure;
            }
        }
    }
}
