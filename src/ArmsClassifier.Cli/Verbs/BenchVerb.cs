using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Cli.Speed;
using ArmsClassifier.Feeds;
using ArmsClassifier.Training;

namespace ArmsClassifier.Cli.Verbs;

/// <summary>Measures how fast a model is on this machine.</summary>
internal static class BenchVerb
{
    private const double DefaultSeconds = 2;
    private const double MaxSeconds = 600;
    private const int Loads = 5;

    // Of fewer passages the processor remembers which way every branch goes.
    private const int MinPassages = 1_000;

    /// <summary>The verb.</summary>
    public static Command Create(Terminal terminal)
    {
        var text = new Option<string?>("--text", "-t") { Description = "File or folder of text to measure on; the sample articles where none is named", HelpName = "FILE" };
        var seconds = new Option<double>("--seconds", "-s")
        {
            Description = "How long to measure, for one core and for all cores each",
            HelpName = "N",
            DefaultValueFactory = _ => DefaultSeconds,
            CustomParser = result => Seconds(result.Tokens[0].Value, result.AddError),
        };
        var json = new Option<bool>("--json") { Description = "Write one JSON object" };
        Option<string?> model = Models.Option();
        var verb = new Command("bench", "Measure speed: time a passage, throughput, memory, loading") { text, seconds, model, json };
        verb.SetAction((parsed, cancellation) => Task.Run(
            () => Run(parsed.GetValue(text), parsed.GetValue(model), parsed.GetValue(seconds), parsed.GetValue(json), terminal, cancellation), cancellation));
        return verb;
    }

    private static int Run(string? path, string? model, double seconds, bool asJson, Terminal terminal, CancellationToken cancellation)
    {
        var bad = new List<InputError>();
        SpeedText? text = path is null ? SpeedText.Bundled() : SpeedText.Read(path, bad.Add);
        if (text is null)
        {
            throw new DataFormatException(bad.Count > 0 ? bad[0].ToString() : $"{path}: no passage to measure on; name a file with text");
        }

        if (bad.Count > 0)
        {
            terminal.Say(bad[0].ToString());
        }

        if (bad.Count > 1)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"and {bad.Count - 1} more bad items"));
        }

        if (text.Passages.Length < MinPassages)
        {
            terminal.Say(string.Create(CultureInfo.InvariantCulture, $"{text.Source}: {text.Passages.Length} passages, read again and again, look faster than new text does; name a file with {MinPassages} or more"));
        }

        double firstLoad = Load(model, out Classifier classifier);
        double[] loads = [.. Enumerable.Range(0, Loads).Select(_ => Load(model, out classifier)).Order()];
        var meter = new SpeedMeter(classifier, text.Passages);
        (double oneCore, double allocated) = meter.OneCore(seconds, cancellation);
        double allCores = meter.AllCores(seconds, Environment.ProcessorCount, cancellation);
        var figures = new SpeedFigures(firstLoad, loads[Loads / 2], oneCore, allocated, allCores, Environment.ProcessorCount);
        if (asJson)
        {
            SpeedReport.WriteJson(terminal.Out, classifier.Model, text, figures);
        }
        else
        {
            SpeedReport.WriteText(terminal.Out, classifier.Model, text, figures);
        }

        return bad.Count == 0 ? ExitCode.Done : ExitCode.BadItems;
    }

    private static double Load(string? path, out Classifier classifier)
    {
        long began = Stopwatch.GetTimestamp();
        classifier = Models.Load(path);
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static double Seconds(string value, Action<string> addError)
    {
        if (!double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double seconds) || !(seconds is > 0 and <= MaxSeconds))
        {
            addError(string.Create(CultureInfo.InvariantCulture, $"--seconds '{value}'; expected a number above 0 and at most {MaxSeconds}, such as {DefaultSeconds}"));
        }

        return seconds;
    }
}
