namespace ArmsClassifier.Packages.Tests.Fresh;

/// <summary>The package in a script, without a project.</summary>
public sealed class FSharpScriptTests(PackedProducts packed)
{
    [Fact]
    public async Task An_FSharp_script_gives_the_answer_of_the_project()
    {
        string folder = Directory.CreateDirectory(Path.Combine(packed.Workshop, "Script")).FullName;
        File.WriteAllText(Path.Combine(folder, "classify.fsx"), $"""
            #i "nuget: {packed.Feed.Replace('\\', '/')}"
            #r "nuget: ArmsClassifier, {packed.Version}"
            open ArmsClassifier
            open System.Globalization

            let classifier = Classifier.LoadBundled()
            let result = classifier.Classify "{Expected.Text}"
            printfn "%s %s" result.Label (result.Probability.ToString("R", CultureInfo.InvariantCulture))

            """);

        (string, string)[] environment = [.. packed.Environment, ("DOTNET_CLI_HOME", folder)];
        Outcome outcome = await Command.Run(folder, environment, Command.Dotnet, "fsi", "--quiet", "--nologo", "classify.fsx");

        FreshProject.Done(outcome);
        outcome.Lines[^1].ShouldBe(Expected.Line);
    }
}
