using System.CommandLine;
using System.Globalization;
using ArmsClassifier.Cli.Input;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Verbs;

/// <summary>Labels the passages of documents.</summary>
internal static class ClassifyVerb
{
    private const string Passage = "passage";
    private const string Article = "article";

    /// <summary>The verb.</summary>
    public static Command Create(Terminal terminal)
    {
        var paths = NamedFiles.Argument(
            "PATH", "Files, folders and addresses (http, https): feeds, lists of feeds, text, JSON, CSV; - is standard input, as is none", ArgumentArity.ZeroOrMore);
        var format = new Option<string?>("--output-format", "-f") { Description = "Form of the output; table on a terminal, jsonl otherwise" };
        var unit = new Option<string>("--unit", "-u") { Description = "What gets a record", DefaultValueFactory = _ => Passage };
        var explain = new Option<bool>("--explain") { Description = "Say which words decided, and by how much" };
        var text = new Option<bool>("--text") { Description = "Repeat the passage at the end of its record" };
        var all = new Option<bool>("--all") { Description = "Write records for page furniture too; it has no label" };
        var output = new Option<string?>("--output", "-o") { Description = "Write to a file, which appears when all is done", HelpName = "FILE" };
        var errors = new Option<string?>("--errors") { Description = "Write bad items to a file as JSONL: file, line, message, severity", HelpName = "FILE" };
        var coverage = new Option<double>("--coverage")
        {
            Description = "Share of the passages of each label whose label set must hold it; fewer passages are abstained from at a lower one",
            HelpName = "0..1",
            DefaultValueFactory = _ => new ClassifierOptions().Coverage,
            CustomParser = result => Share(result.Tokens[0].Value, result.AddError),
        };
        Option<Dictionary<string, double>> prior = PriorOption.Create();
        var fields = new FieldOptions();
        Option<string?> model = Models.Option();
        var web = new WebSwitches();
        format.AcceptOnlyFromAmong(ResultWriters.Table, ResultWriters.Jsonl, ResultWriters.Csv);
        unit.AcceptOnlyFromAmong(Passage, Article);
        var verb = new Command("classify", "Label the passages of articles") { paths, format, unit, explain, text, all, model, output, errors, coverage, prior };
        fields.AddTo(verb);
        web.AddTo(verb);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(unit) == Article && (result.GetValue(explain) || result.GetValue(text) || result.GetValue(all)))
            {
                result.AddError("--explain, --text and --all are about passages; leave them out, or leave out --unit article");
            }

            if (result.GetValue(paths) is not { Length: > 0 } && !terminal.IsInRedirected)
            {
                result.AddError("nothing to read; name a file or folder, or redirect standard input");
            }
        });
        verb.SetAction((parsed, cancellation) => Task.Run(
            () =>
            {
                string? target = parsed.GetValue(output);
                OutputPlaces.Check([target, parsed.GetValue(errors)], [.. ArticleInput.Files(parsed.GetValue(paths) ?? []), parsed.GetValue(model)]);
                return Run(
                    ArticleInput.Check(parsed.GetValue(paths) ?? []),
                    new ReaderOptions { Fields = fields.Of(parsed) },
                    web.Read(parsed),
                    Models.Load(parsed.GetValue(model), new ClassifierOptions { Coverage = parsed.GetValue(coverage), Prior = parsed.GetValue(prior) }),
                    parsed.GetValue(format) ?? (target is null && terminal.IsOutTerminal ? ResultWriters.Table : ResultWriters.Jsonl),
                    parsed.GetValue(unit) == Article ? null : new PassageChoice(parsed.GetValue(explain), parsed.GetValue(text), parsed.GetValue(all)),
                    target,
                    parsed.GetValue(errors),
                    terminal,
                    cancellation);
            },
            cancellation));
        return verb;
    }

    private static int Run(
        string[] paths,
        ReaderOptions reading,
        WebOptions options,
        Classifier classifier,
        string format,
        PassageChoice? choice,
        string? target,
        string? errors,
        Terminal terminal,
        CancellationToken cancellation)
    {
        using OutputFile? file = target is null ? null : OutputFile.Create(target);
        using var bad = new ErrorLog(terminal, errors);
        using (IResultWriter writer = ResultWriters.Open(format, choice, classifier.Model, file?.Stream ?? terminal.Out, terminal))
        {
            using var web = new WebReader(options);
            Label(ArticleInput.Read(paths, terminal.In, reading, web, cancellation), classifier, choice, writer, bad, terminal, cancellation);
            writer.Flush();
        }

        file?.Commit();
        bad.Commit();
        return bad.Count == 0 ? ExitCode.Done : ExitCode.BadItems;
    }

    private static void Label(
        IEnumerable<DocumentItem> items,
        Classifier classifier,
        PassageChoice? choice,
        IResultWriter writer,
        ErrorLog bad,
        Terminal terminal,
        CancellationToken cancellation)
    {
        using var queue = new ArticleQueue(items, cancellation);
        foreach (DocumentItem[] batch in queue.Batches())
        {
            ArticleResult?[] results = Classify(classifier, batch, choice?.WithEvidence ?? false, cancellation);
            for (int i = 0; i < batch.Length; i++)
            {
                if (results[i] is { } result)
                {
                    writer.Write(result);
                    SayIfCut(result, terminal);
                }
                else
                {
                    bad.Add(batch[i].Error!);
                }
            }

            if (queue.IsIdle)
            {
                writer.Flush();
            }
        }

    }

    private static void SayIfCut(ArticleResult result, Terminal terminal)
    {
        foreach ((Passage passage, _) in result.Passages)
        {
            if (passage.Text.Length > Classifier.MaxPassageChars)
            {
                terminal.Say(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{result.Article.Source}:{passage.Line}: a passage of {passage.Text.Length} characters, of which only the first {Classifier.MaxPassageChars} were looked at; break it into paragraphs"));
            }
        }
    }

    private static ArticleResult?[] Classify(Classifier classifier, DocumentItem[] batch, bool explain, CancellationToken cancellation)
    {
        var results = new ArticleResult?[batch.Length];
        Parallel.For(0, batch.Length, new ParallelOptions { CancellationToken = cancellation }, i =>
            results[i] = batch[i].Article is { } article ? classifier.Classify(article, explain) : null);
        return results;
    }

    private static double Share(string value, Action<string> addError)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double share) || !(share is >= 0 and <= 1))
        {
            addError($"--coverage '{value}'; expected a share between 0 and 1, such as 0.8");
        }

        return share;
    }
}
