using System.CommandLine;
using System.Globalization;
using ArmsClassifier.Cli.Input;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Feeds;
using ArmsClassifier.Training;

namespace ArmsClassifier.Cli.Verbs;

/// <summary>Joins labels to the documents that they were given to, as a table to train on or to evaluate with.</summary>
internal static class LabelVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(Terminal terminal)
    {
        var documents = NamedFiles.Argument("DOCUMENTS", "Files and folders with the labelled documents", ArgumentArity.OneOrMore);
        var labels = new Option<string>("--labels", "-l") { Description = "Table of labels: document, hashes, line number, label, also", HelpName = "FILE", Required = true };
        var output = new Option<string?>("--output", "-o") { Description = "Write to a file, which appears when all is done", HelpName = "FILE" };
        var verb = new Command("label", "Join labels to documents, as a table for train and evaluate") { documents, labels, output };
        verb.SetAction((parsed, cancellation) => Task.Run(
            () => Run(parsed.GetValue(documents)!, parsed.GetValue(labels)!, parsed.GetValue(output), terminal, cancellation), cancellation));
        return verb;
    }

    private static int Run(string[] paths, string labels, string? target, Terminal terminal, CancellationToken cancellation)
    {
        InputException.ThrowIfMissing([labels]);
        OutputPlaces.Check([target], [labels, .. paths]);
        IEnumerable<string> files = NamedFiles.Of(paths).Where(path => Path.GetFullPath(path) != Path.GetFullPath(labels));
        using OutputFile? file = target is null ? null : OutputFile.Create(target, terminal.Disk);
        DocumentJoin join = DocumentLabels.Join(labels, files.Select(path => (path, (ReadOnlyMemory<byte>)File.ReadAllBytes(path))));
        using (var table = new CsvTable(file?.Stream ?? terminal.Out, isForTerminal: target is null && terminal.IsOutTerminal, isForSpreadsheet: false))
        {
            table.AddAll(["article", "position", "role", "label", "also", "text"]);
            table.End();
            foreach (LabelledDocument document in join.Documents)
            {
                cancellation.ThrowIfCancellationRequested();
                Write(table, document);
            }

            table.Flush();
        }

        Report(join, labels, terminal);
        file?.Commit();
        return join.Errors.Count == 0 && join.Documents.Count > 0 ? ExitCode.Done : ExitCode.BadItems;
    }

    private static void Write(CsvTable table, LabelledDocument document)
    {
        Dictionary<int, PassageRole> roles = RolesByLine(document);
        for (int i = 0; i < document.Lines.Count; i++)
        {
            (int number, string text, string label, string? also) = document.Lines[i];
            table.Add(document.Name);
            table.Add(i);
            table.Add(Names.Of(roles.GetValueOrDefault(number, PassageRole.Furniture)));
            table.Add(label);
            table.Add(also);
            table.Add(text);
            table.End();
        }
    }

    private static Dictionary<int, PassageRole> RolesByLine(LabelledDocument document)
    {
        using var content = new MemoryStream(document.Content.ToArray());
        return DocumentReader.Read(content, document.Source, DocumentFormat.Text)
            .SelectMany(item => item.Article?.Passages ?? [])
            .DistinctBy(passage => passage.Line)
            .ToDictionary(passage => passage.Line, passage => passage.Role);
    }

    private static void Report(DocumentJoin join, string labels, Terminal terminal)
    {
        foreach (TableError error in join.Errors)
        {
            terminal.Say(Messages.Of(error));
        }

        foreach (string name in join.Missing)
        {
            terminal.Say($"{name}: listed in {labels} but not given; name its file to have it labelled");
        }

        foreach (string name in join.Unlisted)
        {
            terminal.Say($"{name}: not listed in {labels}; passed over");
        }

        int lines = join.Documents.Sum(document => document.Lines.Count);
        terminal.Say(string.Create(
            CultureInfo.InvariantCulture,
            $"{join.Documents.Count} of {join.Documents.Count + join.Missing.Count} documents matched, {lines} labelled passages written"));
    }
}
