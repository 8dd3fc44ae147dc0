using System.Diagnostics.Metrics;
using ArmsClassifier.Extensions.Reloading;
using ArmsClassifier.Extensions.Settings;
using ArmsClassifier.Extensions.Telemetry;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ArmsClassifier.Extensions;

/// <summary>
/// Serves the newest good version of a model, and tells meters and traces what it labels. Safe for any number of threads: a new version is read,
/// checked and asked something before it replaces the old one in one step, and who took <see cref="Current"/> keeps what it took.
/// </summary>
/// <example>
/// In a host <c>services.AddArmsClassifier(...)</c> makes it. Without one:
/// <code>
/// using var source = new ClassifierSource(new ArmsClassifierOptions { ModelPath = "mine.safetensors", ReloadOnChange = true });
/// PassageResult result = source.Classify("Poland signed a contract to buy 96 Apache helicopters.");
/// </code>
/// </example>
public sealed partial class ClassifierSource : IDisposable
{
    /// <summary>Name of the meter and of the activity source, to listen to.</summary>
    public const string TelemetryName = "ArmsClassifier";

    private readonly string _name;
    private readonly string? _path;
    private readonly ClassifierOptions _options;
    private readonly bool _allowOtherLabels;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly ClassifierTelemetry _telemetry;
    private volatile ClassifierStatus _status;

    /// <summary>Loads the model, and begins to watch its file where the options say so.</summary>
    /// <param name="options">Which model, and how it answers; read now, not later.</param>
    /// <param name="time">Clock and timer; null for those of the system.</param>
    /// <param name="logger">Told when models come into service or are refused; null for nobody.</param>
    /// <param name="meters">Makes the meter; null for one that the whole process shares.</param>
    /// <exception cref="OptionsValidationException">An option is out of its range.</exception>
    /// <exception cref="ModelFormatException">The model file is damaged, or the options do not fit it.</exception>
    /// <exception cref="IOException">There is no model file, or it cannot be read.</exception>
    public ClassifierSource(
        ArmsClassifierOptions options, TimeProvider? time = null, ILogger<ClassifierSource>? logger = null, IMeterFactory? meters = null)
        : this("", options, time, logger, meters)
    {
    }

    internal ClassifierSource(
        string name, ArmsClassifierOptions options, TimeProvider? time, ILogger<ClassifierSource>? logger, IMeterFactory? meters)
    {
        ArgumentNullException.ThrowIfNull(options);
        OptionsCheck.Require(name, options);
        _name = SourceName.ForTelemetry(name);
        _path = options.ModelPath is null ? null : Path.GetFullPath(options.ModelPath);
        _options = options.ForClassifier();
        _allowOtherLabels = options.AllowOtherLabels;
        _time = time ?? TimeProvider.System;
        _logger = logger ?? NullLogger<ClassifierSource>.Instance;
        _telemetry = new ClassifierTelemetry(_name, _time, meters);
        _status = _path is null ? Bundled() : FirstVersion(_path);
        ReloadLog.InService(_logger, _name, _status.ModelId);
        if (options.ReloadOnChange && _path is not null)
        {
            Watch(_path, options.CheckInterval);
        }
    }

    /// <summary>The classifier in service. Take it once where several answers must come from one model, as in a request.</summary>
    public Classifier Current => _status.Classifier;

    /// <summary>What is in service at this moment, and what is wrong with the model file, if anything.</summary>
    public ClassifierStatus Status => _status;

    /// <summary>Stops watching. What is in service can still be used.</summary>
    public void Dispose() => StopWatching();

    private ClassifierStatus Bundled()
    {
        Classifier classifier;
        try
        {
            classifier = Classifier.LoadBundled(_options);
        }
        catch (ArgumentException misfit)
        {
            throw new ModelFormatException($"the options do not fit the bundled model: {misfit.Message}", misfit);
        }

        string version = typeof(Classifier).Assembly.GetName().Version?.ToString(3) ?? "";
        return new ClassifierStatus { Classifier = classifier, ModelId = $"{classifier.Model.Name}@{version}", LoadedAt = _time.GetUtcNow() };
    }

    private ClassifierStatus FirstVersion(string path)
    {
        ModelVersion version = ModelVersion.Read(path);
        ClassifierStatus status = StatusOf(version, ModelChecks.Load(version, _options, labels: null));
        _servingHash = version.Hash;
        return status;
    }

    private ClassifierStatus StatusOf(ModelVersion version, Classifier classifier) => new()
    {
        Classifier = classifier,
        ModelId = version.Id(classifier.Model),
        ModelPath = version.Path,
        FileTime = new DateTimeOffset(version.Stamp.Written, TimeSpan.Zero),
        LoadedAt = _time.GetUtcNow(),
    };
}
