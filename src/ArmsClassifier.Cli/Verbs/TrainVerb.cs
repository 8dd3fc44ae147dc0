using System.CommandLine;
using System.Globalization;
using System.Text;
using ArmsClassifier.Cli.Input;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Training;

namespace ArmsClassifier.Cli.Verbs;

/// <summary>Trains a model from tables of labelled passages.</summary>
internal static class TrainVerb
{
    private const string DefaultData = "data/passages";
    private const string DefaultLexicon = "data/lexicon";
    private const string DefaultSettings = "data/training.json";
    private const string DefaultOutput = "models/arms-news-en.safetensors";

    /// <summary>The verb.</summary>
    public static Command Create(Terminal terminal)
    {
        var data = NamedFiles.Argument("DATA", $"Tables (CSV, JSONL) of labelled passages, or folders of them [default: {DefaultData}]", ArgumentArity.ZeroOrMore);
        var output = new Option<string>("--output", "-o") { Description = "Where the model goes", HelpName = "MODEL", DefaultValueFactory = _ => DefaultOutput };
        var report = new Option<string?>("--report") { Description = "Where the reports go; beside the model where none is named", HelpName = "FOLDER" };
        var lexicon = new Option<string?>("--lexicon") { Description = $"Lexicon tables [default: {DefaultLexicon} where it exists]", HelpName = "FOLDER" };
        var settings = new Option<string?>("--settings") { Description = $"Training settings and the roles of labels, as JSON [default: {DefaultSettings} for the default data]", HelpName = "FILE" };
        var name = new Option<string?>("--name") { Description = "Name written into the model; otherwise that of its file", HelpName = "NAME" };
        var verb = new Command("train", "Train a model from labelled passages, cross-validating it on the way") { data, output, report, lexicon, settings, name };
        verb.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string target = parsed.GetValue(output)!;
                return Run(
                    parsed.GetValue(data) is { Length: > 0 } named ? named : [DefaultData],
                    target,
                    parsed.GetValue(report) ?? Path.GetDirectoryName(Path.GetFullPath(target))!,
                    parsed.GetValue(lexicon) ?? (Directory.Exists(DefaultLexicon) ? DefaultLexicon : null),
                    parsed.GetValue(settings) ?? (parsed.GetValue(data) is not { Length: > 0 } && File.Exists(DefaultSettings) ? DefaultSettings : null),
                    parsed.GetValue(name) ?? Path.GetFileNameWithoutExtension(target),
                    terminal,
                    cancellation);
            },
            cancellation));
        return verb;
    }

    private static int Run(
        string[] data, string target, string reportFolder, string? lexicon, string? settingsFile, string name, Terminal terminal, CancellationToken cancellation)
    {
        InputException.ThrowIfMissing([.. data, .. lexicon is null ? [] : new[] { lexicon }, .. settingsFile is null ? [] : new[] { settingsFile }]);
        var errors = new List<TableError>();
        IReadOnlyList<LabelledPassage> rows = LabelledTable.ReadAll(data, errors);
        if (errors.Count > 0)
        {
            terminal.Say(errors);
            terminal.Say("nothing was trained; mend the rows above and try again");
            return ExitCode.BadItems;
        }

        TrainingSettings settings = (settingsFile is null ? new TrainingSettings() : TrainingSettingsFile.Read(settingsFile)) with { ModelName = name };
        TrainingResult result = TrainingProgress.Show(terminal, progress => Trainer.Train(rows, lexicon, settings, progress), cancellation);
        cancellation.ThrowIfCancellationRequested();
        OutputFile.Write(target, result.Model.Span);
        OutputFile.Write(Path.Combine(reportFolder, ModelCard.FileName), Encoding.UTF8.GetBytes(ModelCard.Write(result)));
        terminal.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{target}: {rows.Count} passages, cross-validated accuracy {result.Report.Accuracy * 100:0.0} %, macro-F1 {result.Report.MacroF1 * 100:0.0} %"));
        return ExitCode.Done;
    }
}
