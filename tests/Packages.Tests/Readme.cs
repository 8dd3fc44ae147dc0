namespace ArmsClassifier.Packages.Tests;

/// <summary>The readme of a package.</summary>
internal static class Readme
{
    /// <summary>The C# that it shows, as a program.</summary>
    public static string Program(string project)
    {
        string[] lines = File.ReadAllLines(Checkout.PathOf("src", project, "README.md"));
        string[] code = [.. lines.SkipWhile(line => line != "```csharp").Skip(1).TakeWhile(line => line != "```")];
        code.ShouldNotBeEmpty($"the readme of {project} shows no C#");
        return string.Join('\n', code) + "\n";
    }
}
