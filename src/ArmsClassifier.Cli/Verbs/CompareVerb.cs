using System.CommandLine;
using ArmsClassifier.Cli.Input;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Training;

namespace ArmsClassifier.Cli.Verbs;

/// <summary>Holds a new model to an old one.</summary>
internal static class CompareVerb
{
    private const string Bundled = "bundled";

    /// <summary>The verb.</summary>
    public static Command Create(Terminal terminal)
    {
        var old = new Argument<string>("OLD") { Description = $"Model file; '{Bundled}' is the one that comes with the tool" };
        var @new = new Argument<string>("NEW") { Description = "Model file" };
        var data = NamedFiles.Argument("DATA", "Tables (CSV, JSONL) of labelled passages that neither was trained on, or folders of them", ArgumentArity.OneOrMore);
        var changes = new Option<string?>("--changes") { Description = "Write the passages whose label changes to a CSV table", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Write one JSON object" };
        var verb = new Command("compare", "Say whether a new model is better than an old one, and which decisions change") { old, @new, data, changes, json };
        verb.SetAction((parsed, cancellation) => Task.Run(
            () => Run(parsed.GetValue(old)!, parsed.GetValue(@new)!, parsed.GetValue(data)!, parsed.GetValue(changes), parsed.GetValue(json), terminal), cancellation));
        return verb;
    }

    private static int Run(string old, string @new, string[] data, string? changes, bool asJson, Terminal terminal)
    {
        InputException.ThrowIfMissing(data);
        OutputPlaces.Check([changes], [.. data, .. new[] { old, @new }.Where(File.Exists)]);
        Classifier before = Load(old);
        Classifier after = Load(@new);
        var errors = new List<TableError>();
        IReadOnlyList<LabelledPassage> rows = LabelledTable.ReadAll(data, errors);
        terminal.Say(errors);
        if (rows.Count == 0)
        {
            throw new DataFormatException($"{string.Join(", ", data)}: no labelled passage to compare on; check the tables");
        }

        ModelDifference difference = ModelComparer.Compare(Evaluator.Predict(before, rows), Evaluator.Predict(after, rows));
        if (changes is not null)
        {
            DifferenceOutput.WriteChanges(changes, difference);
        }

        if (asJson)
        {
            DifferenceOutput.WriteJson(terminal.Out, before.Model, after.Model, difference);
        }
        else
        {
            DifferenceOutput.WriteTables(terminal, before.Model, after.Model, difference);
        }

        return errors.Count == 0 ? ExitCode.Done : ExitCode.BadItems;
    }

    private static Classifier Load(string path) => Models.Load(path == Bundled && !File.Exists(path) ? null : path);
}
