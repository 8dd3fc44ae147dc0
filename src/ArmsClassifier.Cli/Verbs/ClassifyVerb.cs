using System.CommandLine;
using System.Globalization;
using ArmsClassifier.Cli.Batch;
using ArmsClassifier.Cli.Input;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Verbs;

/// <summary>Labels the passages of documents.</summary>
internal static class ClassifyVerb
{
    private const string Passage = "passage";
    private const string Article = "article";
    private const double DefaultCheckpointSeconds = 2;
    private const double MaxCheckpointSeconds = 3600;

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
        var errors = new Option<string?>("--errors") { Description = "Write bad items to a file as JSONL: file, line, message, severity, and the line itself to mend and read again", HelpName = "FILE" };
        var coverage = new Option<double>("--coverage")
        {
            Description = "Share of the passages of each label whose label set must hold it; fewer passages are abstained from at a lower one",
            HelpName = "0..1",
            DefaultValueFactory = _ => new ClassifierOptions().Coverage,
            CustomParser = result => Share(result.Tokens[0].Value, result.AddError),
        };
        var resume = new Option<bool>("--resume") { Description = "Go on where the same command was interrupted, with the same bytes in the end; needs --output" };
        var checkpoint = new Option<double>("--checkpoint-seconds")
        {
            Description = "At most so much work is done again after --resume",
            DefaultValueFactory = _ => DefaultCheckpointSeconds,
            Hidden = true,
        };
        Option<Shard> shard = Shard.Option();
        Option<Dictionary<string, double>> prior = PriorOption.Create();
        var fields = new FieldOptions();
        Option<string?> model = Models.Option();
        var web = new WebSwitches();
        format.AcceptOnlyFromAmong(ResultForms.All);
        unit.AcceptOnlyFromAmong(Passage, Article);
        var verb = new Command("classify", "Label the passages of articles") { paths, format, unit, explain, text, all, model, output, errors, coverage, prior, shard, resume, checkpoint };
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
                string[] inputs = parsed.GetValue(paths) ?? [];
                string? target = parsed.GetValue(output);
                OutputPlaces.Check([target, parsed.GetValue(errors)], [.. ArticleInput.Files(inputs), parsed.GetValue(model)]);
                var run = new BatchOptions
                {
                    Paths = ArticleInput.Check(inputs),
                    Format = parsed.GetValue(format) ?? (target is null && terminal.IsOutTerminal ? ResultForms.Table : ResultForms.Jsonl),
                    Choice = parsed.GetValue(unit) == Article ? null : new PassageChoice(parsed.GetValue(explain), parsed.GetValue(text), parsed.GetValue(all)),
                    Output = target,
                    Errors = parsed.GetValue(errors),
                    Model = parsed.GetValue(model),
                    Classifier = new ClassifierOptions { Coverage = parsed.GetValue(coverage), Prior = parsed.GetValue(prior) },
                    Reading = new ReaderOptions { Fields = fields.Of(parsed) },
                    Web = web.Read(parsed),
                    Shard = parsed.GetValue(shard),
                    Resume = parsed.GetValue(resume),
                    CheckpointInterval = TimeSpan.FromSeconds(Math.Clamp(parsed.GetValue(checkpoint), 0, MaxCheckpointSeconds)),
                };
                return BatchRun.Run(run, terminal, cancellation);
            },
            cancellation));
        return verb;
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
