using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ArmsClassifier.Extensions.Telemetry;

/// <summary>
/// Meter and activities of a source, named by the conventions of OpenTelemetry: lower-case names with dots, seconds, units in braces. Where
/// nobody listens it looks at a flag a call, and allocates nothing.
/// </summary>
internal sealed class ClassifierTelemetry
{
    /// <summary>Attribute of metrics with the name of the model that answered.</summary>
    public const string ModelAttribute = "armsclassifier.model";

    /// <summary>Attribute of traces with the model's <see cref="ClassifierStatus.ModelId"/>.</summary>
    public const string ModelIdAttribute = "armsclassifier.model.id";

    /// <summary>Attribute with the name that the source is registered under.</summary>
    public const string SourceAttribute = "armsclassifier.source";

    /// <summary>Attribute with a label.</summary>
    public const string LabelAttribute = "armsclassifier.label";

    /// <summary>Attribute with what a look at a model file led to.</summary>
    public const string OutcomeAttribute = "armsclassifier.reload.outcome";

    private static readonly string? s_version = typeof(ClassifierTelemetry).Assembly.GetName().Version?.ToString(3);
    private static readonly ActivitySource s_activities = new(ClassifierSource.TelemetryName, s_version);
    private static readonly Meter s_meter = new(ClassifierSource.TelemetryName, s_version);

    // The buckets that collectors assume begin at 5 s or 5 ms; a passage takes microseconds.
    private static readonly InstrumentAdvice<double> s_buckets = new()
    {
        HistogramBucketBoundaries = [2e-6, 5e-6, 1e-5, 2e-5, 5e-5, 1e-4, 2e-4, 5e-4, 1e-3, 2e-3, 5e-3, 1e-2, 1e-1, 1, 10],
    };

    private readonly string _source;
    private readonly TimeProvider _time;
    private readonly Counter<long> _passages;
    private readonly Counter<long> _abstentions;
    private readonly Counter<long> _reloads;

    /// <summary>Creates the instruments.</summary>
    /// <param name="source">The source's name.</param>
    /// <param name="time">Clock for durations.</param>
    /// <param name="meters">Makes the meter, so that a host's listeners see those of that host alone; null for the meter of the process.</param>
    public ClassifierTelemetry(string source, TimeProvider time, IMeterFactory? meters)
    {
        _source = source;
        _time = time;
        Meter meter = meters?.Create(new MeterOptions(ClassifierSource.TelemetryName) { Version = s_version }) ?? s_meter;
        _passages = meter.CreateCounter<long>("armsclassifier.passages", "{passage}", "Passages that were labelled, by label.");
        _abstentions = meter.CreateCounter<long>("armsclassifier.abstentions", "{passage}", "Passages that a person should look at.");
        _reloads = meter.CreateCounter<long>("armsclassifier.reloads", "{reload}", "Versions of a model file that were taken up, refused or not readable.");
        PassageDuration = Duration(meter, "armsclassifier.passage.duration", "Time to label a passage that was handed in by itself.");
        ArticleDuration = Duration(meter, "armsclassifier.article.duration", "Time to label an article.");
        BatchDuration = Duration(meter, "armsclassifier.batch.duration", "Time to label a batch of articles.");
    }

    /// <summary>Time of a passage that was handed in by itself.</summary>
    public Histogram<double> PassageDuration { get; }

    /// <summary>Time of an article.</summary>
    public Histogram<double> ArticleDuration { get; }

    /// <summary>Time of a batch of articles.</summary>
    public Histogram<double> BatchDuration { get; }

    /// <summary>Begins an activity of a source; null where nobody listens.</summary>
    public Activity? Begin(string activity, string modelId)
    {
        Activity? begun = s_activities.StartActivity(activity);
        return begun is { IsAllDataRequested: true } ? begun.SetTag(SourceAttribute, _source).SetTag(ModelIdAttribute, modelId) : begun;
    }

    /// <summary>The moment at which something begins; 0 where nobody wants to know how long it takes.</summary>
    public long Start(Histogram<double> duration) => duration.Enabled ? _time.GetTimestamp() : 0;

    /// <summary>Records the time since <see cref="Start"/>.</summary>
    public void Stop(Histogram<double> duration, long started, ModelInfo model)
    {
        if (started != 0)
        {
            duration.Record(
                _time.GetElapsedTime(started).TotalSeconds, new(SourceAttribute, _source), new KeyValuePair<string, object?>(ModelAttribute, model.Name));
        }
    }

    /// <summary>Counts a passage.</summary>
    public void Count(ModelInfo model, PassageResult result)
    {
        CountLabel(model, result.Label);
        if (result.Abstained && _abstentions.Enabled)
        {
            _abstentions.Add(1, new(SourceAttribute, _source), new KeyValuePair<string, object?>(ModelAttribute, model.Name));
        }
    }

    /// <summary>Counts a passage by the position of its label; -1 for unsupported text.</summary>
    public void CountLabel(ModelInfo model, int label) => CountLabel(model, label < 0 ? Classifier.Unsupported : model.Labels[label]);

    /// <summary>Counts what a look at the model file led to.</summary>
    public void CountReload(ModelInfo model, ReloadOutcome outcome)
    {
        string name = outcome switch
        {
            ReloadOutcome.Reloaded => "reloaded",
            ReloadOutcome.Refused => "refused",
            _ => "unreadable",
        };
        _reloads.Add(
            1, new(OutcomeAttribute, name), new(SourceAttribute, _source), new KeyValuePair<string, object?>(ModelAttribute, model.Name));
    }

    private static Histogram<double> Duration(Meter meter, string name, string description) =>
        meter.CreateHistogram(name, "s", description, tags: null, s_buckets);

    private void CountLabel(ModelInfo model, string label)
    {
        if (_passages.Enabled)
        {
            _passages.Add(
                1, new(LabelAttribute, label), new(SourceAttribute, _source), new KeyValuePair<string, object?>(ModelAttribute, model.Name));
        }
    }
}
