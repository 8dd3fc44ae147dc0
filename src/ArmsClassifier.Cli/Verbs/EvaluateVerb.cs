using System.CommandLine;
using ArmsClassifier.Cli.Input;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Training;

namespace ArmsClassifier.Cli.Verbs;

/// <summary>Measures a model on labelled passages.</summary>
internal static class EvaluateVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(Terminal terminal)
    {
        var data = NamedFiles.Argument("DATA", "Tables (CSV, JSONL) of labelled passages, or folders of them", ArgumentArity.OneOrMore);
        var json = new Option<bool>("--json") { Description = "Write one JSON object" };
        Option<Dictionary<string, double>> prior = PriorOption.Create();
        Option<string?> model = Models.Option();
        var verb = new Command("evaluate", "Measure a model on labelled passages") { data, model, json, prior };
        verb.SetAction((parsed, cancellation) => Task.Run(
            () => Run(parsed.GetValue(data)!, parsed.GetValue(model), parsed.GetValue(prior), parsed.GetValue(json), terminal), cancellation));
        return verb;
    }

    private static int Run(string[] data, string? model, Dictionary<string, double>? prior, bool asJson, Terminal terminal)
    {
        InputException.ThrowIfMissing(data);
        Classifier classifier = Models.Load(model, new ClassifierOptions { Prior = prior });
        var errors = new List<TableError>();
        IReadOnlyList<LabelledPassage> rows = LabelledTable.ReadAll(data, errors);
        terminal.Say(errors);
        if (rows.Count == 0)
        {
            throw new DataFormatException($"{string.Join(", ", data)}: no labelled passage to evaluate on; check the tables");
        }

        string[] unknown = [.. rows.Select(row => row.Label).Distinct(StringComparer.Ordinal).Except(classifier.Model.Labels, StringComparer.Ordinal)];
        if (unknown.Length > 0)
        {
            terminal.Say($"the model does not know the labels {string.Join(", ", unknown)}; their passages count as wrong");
        }

        Evaluation evaluation = Evaluation.Of(Evaluator.Predict(classifier, rows), classifier.Model);
        if (asJson)
        {
            EvaluationJson.Write(terminal.Out, evaluation);
        }
        else
        {
            EvaluationTables.Write(terminal, evaluation);
        }

        return errors.Count == 0 ? ExitCode.Done : ExitCode.BadItems;
    }
}
