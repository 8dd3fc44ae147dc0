using System.Diagnostics.Metrics;

namespace ArmsClassifier.Extensions.Tests;

/// <summary>Makes meters for one test, and keeps what is measured with them.</summary>
internal sealed class Meters : IMeterFactory
{
    private readonly object _gate = new();
    private readonly List<Meter> _meters = [];
    private readonly List<(string Instrument, double Value, string Tags)> _measurements = [];
    private readonly MeterListener _listener = new();

    public Meters()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            lock (_gate)
            {
                if (_meters.Contains(instrument.Meter))
                {
                    Instruments.Add(instrument.Name);
                    listener.EnableMeasurementEvents(instrument);
                }
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
    }

    /// <summary>The names of the instruments that were made while it listened.</summary>
    public HashSet<string> Instruments { get; } = [];

    /// <summary>Starts to listen.</summary>
    public Meters Listening()
    {
        _listener.Start();
        return this;
    }

    /// <summary>The measurements of an instrument as value and tags, in order.</summary>
    public (double Value, string Tags)[] Of(string instrument)
    {
        lock (_gate)
        {
            return [.. _measurements.Where(m => m.Instrument == instrument).Select(m => (m.Value, m.Tags))];
        }
    }

    public Meter Create(MeterOptions options)
    {
        lock (_gate)
        {
            var meter = new Meter(options);
            _meters.Add(meter);
            return meter;
        }
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.ForEach(meter => meter.Dispose());
    }

    private void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        string text = string.Join(' ', tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => $"{tag.Key}={tag.Value}"));
        lock (_gate)
        {
            _measurements.Add((instrument.Name, value, text));
        }
    }
}
