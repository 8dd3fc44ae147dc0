namespace ArmsClassifier.Cli.Tests.Verbs;

public sealed class TryVerbTests
{
    [Fact]
    public void Three_articles_are_shown_with_labels_and_reasons()
    {
        Command run = Command.Run("try", "--model", TinyModel.File);

        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ShouldContain("light fighters");
        run.Out.ShouldContain("recalls its envoy");
        run.Out.ShouldContain("rifle storage");
        run.Out.ShouldContain("because of “");
        run.Out.ShouldContain("page furniture");
        run.Out.ShouldNotContain("\e");
        run.Lines.ShouldAllBe(line => line.Length <= 130);
    }

    [Fact]
    public void A_terminal_sees_colours()
    {
        Command run = Command.Show(terminal: true, "", "try", "--model", TinyModel.File);

        run.Out.ShouldContain("\e[1;4m");
        System.Text.RegularExpressions.Regex.Replace(run.Out, "\e\\[[0-9;]*m", "").ShouldBe(Command.Run("try", "--model", TinyModel.File).Out);
    }
}
