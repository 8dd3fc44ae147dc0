using System.Text.Json;
using ArmsClassifier.Cli.Output;

namespace ArmsClassifier.Cli.Batch;

/// <summary>
/// The log of a run beside its output: a JSON line that says what the run is, then one for each checkpoint. Lines are only added, and a line
/// that was cut off by a crash does not count, so the log is good at every moment. While it is open no other run can open it.
/// </summary>
internal sealed class Journal : IDisposable
{
    private const int Format = 1;

    private readonly string _path;
    private readonly FileStream _file;
    private readonly JsonLine _line = new();
    private long _good;
    private bool _isKept;

    private Journal(string path, FileStream file) => (_path, _file) = (path, file);

    /// <summary>The identity of the run that the log is about; null where there is none yet.</summary>
    public IReadOnlyDictionary<string, string>? Identity { get; private set; }

    /// <summary>The points from which it can go on, in order.</summary>
    public List<Checkpoint> Checkpoints { get; } = [];

    /// <summary>Opens the log of an output, with what an earlier run left in it.</summary>
    /// <param name="output">The output.</param>
    /// <param name="disk">Where it is.</param>
    /// <exception cref="OutputException">It cannot be opened; another run may be at work.</exception>
    public static Journal Open(string output, OutputDisk disk)
    {
        string path = output + ".journal";
        Journal? journal = null;
        try
        {
            journal = new Journal(path, disk.Open(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            journal.Load();
            return journal;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException)
        {
            journal?._file.Dispose();
            throw new OutputException(path, failure);
        }
    }

    /// <summary>Forgets what is in the log and begins it anew.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public void Begin(IReadOnlyDictionary<string, string> identity)
    {
        (Identity, _isKept) = (identity, false);
        Checkpoints.Clear();
        _line.Json.WriteStartObject();
        _line.Json.WriteNumber("format", Format);
        _line.Json.WriteStartObject("run");
        foreach ((string name, string value) in identity)
        {
            _line.Json.WriteString(name, value);
        }

        _line.Json.WriteEndObject();
        _line.Json.WriteEndObject();
        Append(isNew: true);
    }

    /// <summary>Adds a checkpoint and brings it to the disk. What it tells of must be there already.</summary>
    /// <exception cref="OutputException">It cannot be written.</exception>
    public void Add(Checkpoint checkpoint)
    {
        _line.Json.WriteStartObject();
        _line.Json.WriteNumber("source", checkpoint.Position.Source);
        _line.Json.WriteNumber("entries", checkpoint.Position.Entries);
        _line.Json.WriteNumber("total", checkpoint.Position.Total);
        _line.Json.WriteNumber("output", checkpoint.Output);
        _line.Json.WriteNumber("errors", checkpoint.Errors);
        _line.Json.WriteNumber("bad", checkpoint.Bad);
        _line.Json.WriteBoolean("end", checkpoint.IsEnd);
        _line.Json.WriteEndObject();
        Append(isNew: false);
        Checkpoints.Add(checkpoint);
        _isKept = true;
    }

    /// <summary>Removes the log: the output is in its place.</summary>
    public void Delete() => _isKept = false;

    /// <summary>Lets go of the log; one without a checkpoint is removed.</summary>
    public void Dispose()
    {
        if (!_isKept)
        {
            // While it is still locked, so that no other run has begun to use it.
            File.Delete(_path);
        }

        _file.Dispose();
        _line.Dispose();
    }

    private void Append(bool isNew)
    {
        try
        {
            // A line that was begun and failed is cut off, so that the next one is whole.
            _good = isNew ? 0 : _good;
            if (_file.Length != _good)
            {
                _file.SetLength(_good);
            }

            _file.Position = _good;
            _line.WriteTo(_file);
            _file.Flush(flushToDisk: true);
            _good = _file.Position;
        }
        catch (Exception failure) when (OutputStream.IsOfPlace(failure))
        {
            throw new OutputException(_path, failure);
        }
    }

    private void Load()
    {
        byte[] content = new byte[_file.Length];
        _file.ReadExactly(content);
        int good = 0;
        for (int end; (end = content.AsSpan(good).IndexOf((byte)'\n')) >= 0; good += end + 1)
        {
            if (!TryLoad(content.AsMemory(good, end)))
            {
                break;
            }
        }

        _isKept = Checkpoints.Count > 0;
        _good = good;
    }

    private bool TryLoad(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            JsonElement entry = json.RootElement;
            if (Identity is null)
            {
                if (entry.GetProperty("format").GetInt32() != Format)
                {
                    return false;
                }

                Identity = entry.GetProperty("run").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!, StringComparer.Ordinal);
                return true;
            }

            var position = new InputPosition(entry.GetProperty("source").GetInt32(), entry.GetProperty("entries").GetInt64(), entry.GetProperty("total").GetInt64());
            Checkpoints.Add(new Checkpoint(
                position, entry.GetProperty("output").GetInt64(), entry.GetProperty("errors").GetInt64(), entry.GetProperty("bad").GetInt64(), entry.GetProperty("end").GetBoolean()));
            return true;
        }
        catch (Exception damaged) when (damaged is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // What follows was cut off or is no log of ours: the run goes on from before it, or begins anew.
            return false;
        }
    }
}
