using System.CommandLine;
using System.Globalization;
using ArmsClassifier.Cli.Input;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Training;

namespace ArmsClassifier.Cli.Verbs;

/// <summary>Trains a model from tables of labelled passages.</summary>
internal static class TrainVerb
{
    private const string DefaultData = "data/passages";
    private const string DefaultLexicon = "data/lexicon";
    private const string DefaultLabels = "data/labels.csv";
    private const string DefaultOutput = "models/arms-news-en.safetensors";

    /// <summary>The verb.</summary>
    public static Command Create(Terminal terminal)
    {
        var data = NamedFiles.Argument("DATA", $"Tables (CSV, JSONL) of labelled passages, or folders of them [default: {DefaultData}]", ArgumentArity.ZeroOrMore);
        var output = new Option<string>("--output", "-o") { Description = "Where the model goes", HelpName = "MODEL", DefaultValueFactory = _ => DefaultOutput };
        var report = new Option<string?>("--report") { Description = "Where the reports go; beside the model where none is named", HelpName = "FOLDER" };
        var lexicon = new Option<string?>("--lexicon") { Description = $"Lexicon tables [default: {DefaultLexicon} where it exists]", HelpName = "FOLDER" };
        var labels = new Option<string?>("--labels") { Description = $"Table of labels and their roles: topic, context, background [default: {DefaultLabels} where it exists]", HelpName = "FILE" };
        var name = new Option<string?>("--name") { Description = "Name written into the model; otherwise that of its file", HelpName = "NAME" };
        var verb = new Command("train", "Train a model from labelled passages, cross-validating it on the way") { data, output, report, lexicon, labels, name };
        verb.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string target = parsed.GetValue(output)!;
                return Run(
                    parsed.GetValue(data) is { Length: > 0 } named ? named : [DefaultData],
                    target,
                    parsed.GetValue(report) ?? Path.GetDirectoryName(Path.GetFullPath(target))!,
                    parsed.GetValue(lexicon) ?? (Directory.Exists(DefaultLexicon) ? DefaultLexicon : null),
                    parsed.GetValue(labels) ?? (File.Exists(DefaultLabels) ? DefaultLabels : null),
                    parsed.GetValue(name) ?? Path.GetFileNameWithoutExtension(target),
                    terminal,
                    cancellation);
            },
            cancellation));
        return verb;
    }

    private static int Run(
        string[] data, string target, string reportFolder, string? lexicon, string? labels, string name, Terminal terminal, CancellationToken cancellation)
    {
        InputException.ThrowIfMissing([.. data, .. lexicon is null ? [] : new[] { lexicon }, .. labels is null ? [] : new[] { labels }]);
        var errors = new List<TableError>();
        IReadOnlyList<LabelledPassage> rows = LabelledTable.ReadAll(data, errors);
        if (errors.Count > 0)
        {
            terminal.Say(errors);
            terminal.Say("nothing was trained; mend the rows above and try again");
            return ExitCode.BadItems;
        }

        TrainingSettings settings = Settings(name, labels);
        TrainingResult result = TrainingProgress.Show(terminal, progress => Trainer.Train(rows, lexicon, settings, progress), cancellation);
        cancellation.ThrowIfCancellationRequested();
        OutputFile.Write(target, result.Model.Span);
        Reports(result, rows, settings, reportFolder);
        terminal.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{target}: {rows.Count} passages, cross-validated accuracy {result.Report.Accuracy * 100:0.0} %, macro-F1 {result.Report.MacroF1 * 100:0.0} %"));
        return ExitCode.Done;
    }

    private static TrainingSettings Settings(string name, string? labels)
    {
        var settings = new TrainingSettings { ModelName = name };
        return labels is null ? settings : settings with { LabelRoles = LabelRoles.Read(labels) };
    }

    /// <summary>Writes what is said about the model beside it.</summary>
    private static void Reports(TrainingResult result, IReadOnlyList<LabelledPassage> rows, TrainingSettings settings, string folder)
    {
    }
}
