namespace ArmsClassifier.Packages.Tests;

/// <summary>How a process ended and what it said.</summary>
internal sealed record Outcome(string Command, int Code, string Output, string Error)
{
    /// <summary>The lines of the output that are not blank.</summary>
    public string[] Lines => Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public Outcome ShouldSucceed()
    {
        Code.ShouldBe(0, $"{Command}\n{Output}\n{Error}");
        return this;
    }
}
