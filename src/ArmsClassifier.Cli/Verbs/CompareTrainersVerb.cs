#if MLNET
using System.CommandLine;
using System.Globalization;
using System.Text;
using ArmsClassifier.Cli.Input;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.MLNet;
using ArmsClassifier.Training;

namespace ArmsClassifier.Cli.Verbs;

/// <summary>Compares trainers on the same passages.</summary>
internal static class CompareTrainersVerb
{
    private const string DefaultData = "data/passages";
    private const string DefaultLexicon = "data/lexicon";
    private const string DefaultSettings = "data/training.json";

    /// <summary>The verb.</summary>
    public static Command Create(Terminal terminal)
    {
        var data = NamedFiles.Argument("DATA", $"Tables (CSV, JSONL) of labelled passages, or folders of them [default: {DefaultData}]", ArgumentArity.ZeroOrMore);
        var test = new Option<string?>("--test") { Description = "A table of other origin to try the models on as well", HelpName = "TABLE" };
        var lexicon = new Option<string?>("--lexicon") { Description = $"Lexicon tables [default for the default data: {DefaultLexicon}]", HelpName = "FOLDER" };
        var settings = new Option<string?>("--settings") { Description = $"Training settings [default for the default data: {DefaultSettings}]", HelpName = "FILE" };
        var save = new Option<string?>("--save") { Description = "Folder that the models and pipelines are saved to", HelpName = "FOLDER" };
        var trainers = new Option<string[]>("--trainer") { Description = $"One of {string.Join(", ", TrainerComparison.Names)}; may be repeated [default: all]", HelpName = "NAME" };
        trainers.Validators.Add(result =>
        {
            foreach (string name in result.Tokens.Select(token => token.Value).Where(name => !TrainerComparison.Names.Contains(name, StringComparer.Ordinal)))
            {
                result.AddError(TrainerOption.Unknown(name));
            }
        });
        var verb = new Command("compare-trainers", "Compare trainers on articles that none has seen; writes a table in Markdown") { data, test, lexicon, settings, save, trainers };
        verb.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string[] named = parsed.GetValue(data) ?? [];
                bool isOwn = named.Length == 0;
                return Run(
                    isOwn ? [DefaultData] : named,
                    parsed.GetValue(test),
                    parsed.GetValue(lexicon) ?? (isOwn ? DefaultLexicon : null),
                    parsed.GetValue(settings) ?? (isOwn ? DefaultSettings : null),
                    parsed.GetValue(save),
                    parsed.GetValue(trainers) is { Length: > 0 } chosen ? chosen : TrainerComparison.Names,
                    terminal,
                    cancellation);
            },
            cancellation));
        return verb;
    }

    private static int Run(
        string[] data, string? test, string? lexicon, string? settingsFile, string? save, IReadOnlyCollection<string> trainers, Terminal terminal, CancellationToken cancellation)
    {
        InputException.ThrowIfMissing([.. data, .. new[] { test, lexicon, settingsFile }.OfType<string>()]);
        var errors = new List<TableError>();
        IReadOnlyList<LabelledPassage> rows = LabelledTable.ReadAll(data, errors);
        IReadOnlyList<LabelledPassage> testRows = test is null ? [] : LabelledTable.ReadAll([test], errors);
        if (errors.Count > 0)
        {
            terminal.Say(errors);
            terminal.Say("nothing was trained; mend the rows above and try again");
            return ExitCode.BadItems;
        }

        TrainingSettings settings = settingsFile is null ? new TrainingSettings() : TrainingSettingsFile.Read(settingsFile);
        Write(terminal, ComparisonTable.Head(test is null ? null : Path.GetFileNameWithoutExtension(test)));
        foreach (ComparedTrainer trainer in TrainerComparison.Run(rows, lexicon, settings, testRows, trainers, Save))
        {
            cancellation.ThrowIfCancellationRequested();
            Write(terminal, ComparisonTable.Row(trainer));
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"compared: {trainer.Name}"));
        }

        return ExitCode.Done;

        void Save(string name, string ending, ReadOnlyMemory<byte> model)
        {
            if (save is not null)
            {
                OutputFile.Write(Path.Combine(save, $"{name}.{ending}"), model.Span);
            }
        }
    }

    private static void Write(Terminal terminal, string line)
    {
        terminal.Out.Write(Encoding.UTF8.GetBytes(line + "\n"));
        terminal.Out.Flush();
    }
}
#endif
