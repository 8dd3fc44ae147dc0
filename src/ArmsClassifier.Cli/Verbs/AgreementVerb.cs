using System.CommandLine;
using ArmsClassifier.Cli.Input;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Training;

namespace ArmsClassifier.Cli.Verbs;

/// <summary>Says how far annotators agree.</summary>
internal static class AgreementVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(Terminal terminal)
    {
        var tables = NamedFiles.Argument("TABLE", "Tables (CSV, JSONL) of the same passages, one of each annotator", new ArgumentArity(2, 100));
        var settle = new Option<string?>("--disagreements") { Description = "Write the passages with different labels to a CSV table, to be settled in its column 'label'", HelpName = "FILE" };
        var json = new Option<bool>("--json") { Description = "Write one JSON object" };
        var verb = new Command("agreement", "Say how far annotators agree: Krippendorff's alpha, Cohen's kappa, and where they differ") { tables, settle, json };
        verb.SetAction((parsed, cancellation) => Task.Run(
            () => Run(parsed.GetValue(tables)!, parsed.GetValue(settle), parsed.GetValue(json), terminal), cancellation));
        return verb;
    }

    private static int Run(string[] tables, string? settle, bool asJson, Terminal terminal)
    {
        InputException.ThrowIfMissing(tables);
        OutputPlaces.Check([settle], tables);
        var errors = new List<TableError>();
        AgreementReport report = Agreement.Report([.. Names(tables).Zip(tables, (name, table) => (name, LabelledTable.Read(table, errors)))]);
        terminal.Say(errors);
        if (report.Shared == 0)
        {
            throw new DataFormatException($"{string.Join(", ", tables)}: no passage stands in two tables; passages are the same where their texts are the same");
        }

        if (settle is not null)
        {
            AgreementOutput.WriteDisagreements(settle, report);
        }

        if (asJson)
        {
            AgreementOutput.WriteJson(terminal.Out, report);
        }
        else
        {
            AgreementOutput.WriteTables(terminal, report);
        }

        return errors.Count == 0 ? ExitCode.Done : ExitCode.BadItems;
    }

    /// <summary>Annotators are called like their files, or like their paths where two files have the same name.</summary>
    private static string[] Names(string[] tables)
    {
        string[] names = [.. tables.Select(table => Path.GetFileNameWithoutExtension(table))];
        string[] distinct = names.Distinct(StringComparer.Ordinal).Count() == names.Length ? names : tables;
        return distinct.Distinct(StringComparer.Ordinal).Count() == tables.Length
            ? distinct
            : throw new UsageException("a table is named twice; name the table of each annotator once");
    }
}
