using System.CommandLine;
using ArmsClassifier.Cli.Input;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Feeds;
using ArmsClassifier.Training;

namespace ArmsClassifier.Cli.Verbs;

/// <summary>Examines a table of labelled passages.</summary>
internal static class DoctorVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(Terminal terminal)
    {
        var data = NamedFiles.Argument("DATA", "Tables (CSV, JSONL) of labelled passages, or folders of them", ArgumentArity.OneOrMore);
        var output = new Option<string?>("--output", "-o") { Description = "Write the rows to look at to a CSV table", HelpName = "FILE" };
        var lexicon = new Option<string?>("--lexicon") { Description = "Lexicon tables", HelpName = "FOLDER" };
        var settings = new Option<string?>("--settings") { Description = "Training settings, as JSON", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Write one JSON object" };
        var verb = new Command("doctor", "Find rows that a person should look at: likely label errors, duplicates, page furniture") { data, output, lexicon, settings, json };
        verb.SetAction((parsed, cancellation) => Task.Run(
            () => Run(
                parsed.GetValue(data)!, parsed.GetValue(output), parsed.GetValue(lexicon), parsed.GetValue(settings), parsed.GetValue(json), terminal, cancellation),
            cancellation));
        return verb;
    }

    private static int Run(string[] data, string? output, string? lexicon, string? settingsFile, bool asJson, Terminal terminal, CancellationToken cancellation)
    {
        string[] read = [.. data, .. new[] { lexicon, settingsFile }.OfType<string>()];
        InputException.ThrowIfMissing(read);
        OutputPlaces.Check([output], read);
        var errors = new List<TableError>();
        IReadOnlyList<LabelledPassage> rows = LabelledTable.ReadAll(data, errors);
        terminal.Say(errors);
        TrainingSettings settings = settingsFile is null ? new TrainingSettings() : TrainingSettingsFile.Read(settingsFile);
        Diagnosis diagnosis = TrainingProgress.Show(terminal, progress => TableDoctor.Examine(rows, lexicon, settings, FurnitureLine.Is, progress), cancellation);
        if (output is not null)
        {
            DiagnosisOutput.WriteFindings(output, diagnosis);
        }

        if (asJson)
        {
            DiagnosisOutput.WriteJson(terminal.Out, diagnosis);
        }
        else
        {
            DiagnosisOutput.WriteTables(terminal, diagnosis);
        }

        return errors.Count == 0 ? ExitCode.Done : ExitCode.BadItems;
    }
}
