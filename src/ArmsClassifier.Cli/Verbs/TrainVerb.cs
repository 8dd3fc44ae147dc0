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
        var output = new Option<string?>("--output", "-o") { Description = $"Where the model goes [default for the default data: {DefaultOutput}]", HelpName = "MODEL" };
        var report = new Option<string?>("--report") { Description = "Where the reports go; beside the model where none is named", HelpName = "FOLDER" };
        var lexicon = new Option<string?>("--lexicon") { Description = $"Lexicon tables [default for the default data: {DefaultLexicon}]", HelpName = "FOLDER" };
        var settings = new Option<string?>("--settings") { Description = $"Training settings and the roles of labels, as JSON [default for the default data: {DefaultSettings}]", HelpName = "FILE" };
        var name = new Option<string?>("--name") { Description = "Name written into the model; otherwise that of its file", HelpName = "NAME" };
        Option<string> trainer = TrainerOption.Create();
        var verb = new Command("train", "Train a model from labelled passages, cross-validating it on the way") { data, output, report, lexicon, settings, name, trainer };
        verb.Validators.Add(result =>
        {
            // Where the option is not given, its default is not there yet when a command is validated.
            bool isOwn = result.GetValue(data) is not { Length: > 0 } && result.GetValue(trainer) is null or TrainingSettings.OwnTrainer;
            if (!isOwn && string.IsNullOrEmpty(result.GetValue(output)))
            {
                result.AddError("--output is needed with data or a trainer of your own choice: the default is the model that ships");
            }
        });
        verb.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string[] named = parsed.GetValue(data) ?? [];
                bool isOwn = named.Length == 0;
                string target = parsed.GetValue(output) ?? DefaultOutput;
                string modelName = Path.GetFileNameWithoutExtension(target);
                string prefix = target == DefaultOutput ? "" : $"{modelName}.";
                string folder = parsed.GetValue(report) ?? Path.GetDirectoryName(Path.GetFullPath(target))!;
                return Run(
                    isOwn ? [DefaultData] : named,
                    target,
                    Path.Combine(folder, prefix + ModelCard.FileName),
                    Path.Combine(folder, prefix + ReportPage.FileName),
                    parsed.GetValue(lexicon) ?? (isOwn ? DefaultLexicon : null),
                    parsed.GetValue(settings) ?? (isOwn ? DefaultSettings : null),
                    parsed.GetValue(name) ?? modelName,
                    parsed.GetValue(trainer)!,
                    terminal,
                    cancellation);
            },
            cancellation));
        return verb;
    }

    private static int Run(
        string[] data, string target, string card, string page, string? lexicon, string? settingsFile, string name, string trainer, Terminal terminal, CancellationToken cancellation)
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

        TrainingSettings settings = (settingsFile is null ? new TrainingSettings() : TrainingSettingsFile.Read(settingsFile)) with
        {
            ModelName = name,
            WeightTrainer = TrainerOption.WeightTrainer(trainer),
        };
#if MLNET
        if (PipelineTraining.Trainer(trainer) is { } pipeline)
        {
            OutputPlaces.Check([target], [.. data, lexicon, settingsFile]);
            return PipelineTraining.Run(pipeline, rows, lexicon, settings, target, terminal);
        }
#endif
        OutputPlaces.Check([target, card, page], [.. data, lexicon, settingsFile]);
        TrainingResult result = TrainingProgress.Show(terminal, progress => Trainer.Train(rows, lexicon, settings, progress), cancellation);
        cancellation.ThrowIfCancellationRequested();
        OutputFile.Write(target, result.Model.Span);
        OutputFile.Write(card, Encoding.UTF8.GetBytes(ModelCard.Write(result)));
        OutputFile.Write(page, Encoding.UTF8.GetBytes(ReportPage.Write(result)));
        terminal.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{target}: {rows.Count} passages, cross-validated accuracy {result.Report.Accuracy * 100:0.0} %, macro-F1 {result.Report.MacroF1 * 100:0.0} %"));
        return ExitCode.Done;
    }
}
