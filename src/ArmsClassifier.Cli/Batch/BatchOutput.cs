using System.Diagnostics;
using ArmsClassifier.Cli.Input;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Batch;

/// <summary>
/// Where the results and bad items of a run go. Files appear whole or not at all. Where the inputs can be read again, what is written is kept
/// beside its place with a journal, so that an interrupted run can go on; otherwise an interrupted run leaves nothing.
/// </summary>
internal sealed class BatchOutput : IDisposable
{
    private readonly BatchOptions _options;
    private readonly Journal? _journal;
    private readonly OutputFile? _results;
    private readonly OutputFile? _errors;
    private readonly Terminal _terminal;
    private Checkpoint _known;
    private long _knownTime = Stopwatch.GetTimestamp();
    private bool _isDone;

    private BatchOutput(BatchOptions options, Terminal terminal, Journal? journal, Checkpoint known)
    {
        (_options, _terminal, _journal, _known) = (options, terminal, journal, known);
        try
        {
            _results = Open(options.Output, known.Output);
            _errors = Open(options.Errors, known.Errors);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where results go.</summary>
    public Stream Results => _results?.Stream ?? _terminal.Out;

    /// <summary>Where bad items go, or null for standard error.</summary>
    public Stream? Errors => _errors?.Stream;

    /// <summary>Up to where an earlier run has done the work.</summary>
    public Checkpoint Begin { get; private init; }

    /// <summary>Opens the outputs, before any work is done for them.</summary>
    /// <param name="options">What the run was asked to do.</param>
    /// <param name="terminal">Standard output, and where there is something to say.</param>
    /// <exception cref="OutputException">One of them cannot be written.</exception>
    /// <exception cref="UsageException">The run cannot go on with an earlier one as it was asked to.</exception>
    public static BatchOutput Open(BatchOptions options, Terminal terminal)
    {
        string? reason = WhyNotResumable(options);
        if (reason is not null)
        {
            return options.Resume ? throw new UsageException($"--resume {reason}") : new BatchOutput(options, terminal, null, default);
        }

        var journal = Journal.Open(options.Output!, terminal.Disk);
        try
        {
            Checkpoint begin = options.Resume ? Find(journal, options) : default;
            if (!options.Resume && journal.Checkpoints.Count > 0)
            {
                terminal.Say($"{options.Output}: begins anew; an interrupted run had left its work, and --resume would have gone on with it");
            }

            if (begin == default)
            {
                journal.Begin(RunIdentity.Of(options));
            }

            return new BatchOutput(options, terminal, journal, begin) { Begin = begin };
        }
        catch
        {
            journal.Dispose();
            throw;
        }
    }

    /// <summary>Notes how far the work is, and makes a checkpoint of it from time to time.</summary>
    /// <param name="position">Up to where everything is written.</param>
    /// <param name="bad">How many items were lost so far.</param>
    public void Reach(InputPosition position, long bad)
    {
        if (_journal is null)
        {
            return;
        }

        _results!.Stream.Flush();
        _errors?.Stream.Flush();
        _known = new Checkpoint(position, _results.Length, _errors?.Length ?? 0, bad, IsEnd: false);
        if (Stopwatch.GetElapsedTime(_knownTime) >= _options.CheckpointInterval)
        {
            Save();
        }
    }

    /// <summary>Puts the files in their places.</summary>
    /// <exception cref="OutputException">One of them cannot be written to its end.</exception>
    public void Commit()
    {
        if (_journal is not null && !_known.IsEnd)
        {
            Reach(_known.Position, _known.Bad);
            _known = _known with { IsEnd = true };
            Save();
        }

        _results?.Commit();
        _errors?.Commit();
        _isDone = true;
        _journal?.Delete();
    }

    /// <summary>Lets go of the files. What is not in its place is kept where a run can go on with it.</summary>
    public void Dispose()
    {
        if (!_isDone && _journal is not null && _results is not null && _known.Position != default)
        {
            Rescue();
        }

        _results?.Dispose();
        _errors?.Dispose();
        _journal?.Dispose();
    }

    private static string? WhyNotResumable(BatchOptions options) =>
        options.Output is null || !OutputFile.IsReplaceable(options.Output) ? "needs a file to go on with; name it with --output"
        : options.Errors is not null && !OutputFile.IsReplaceable(options.Errors) ? "needs a file for --errors, too"
        : options.Format == ResultForms.Html ? "cannot go on with a page, which is made of all results at the end; choose another --output-format"
        : options.Paths.Any(WebReader.IsAddress) ? "cannot know whether addresses still give what they gave; name files"
        : options.Paths.Contains(ArticleInput.StandardInput) ? "cannot read standard input again; name the input's file"
        : null;

    /// <summary>The last point from which the run can go on: what it tells of must still be there.</summary>
    private static Checkpoint Find(Journal journal, BatchOptions options)
    {
        if (journal.Identity is { } before && journal.Checkpoints.Count > 0 && RunIdentity.Difference(before, RunIdentity.Of(options)) is { } changed)
        {
            throw new UsageException($"{options.Output}: cannot go on, for {changed} changed since the run began; undo that, or leave --resume out to begin anew");
        }

        long results = LengthOf(options.Output);
        long errors = LengthOf(options.Errors);
        for (int i = journal.Checkpoints.Count - 1; i >= 0; i--)
        {
            Checkpoint point = journal.Checkpoints[i];

            // At the end a file may be in its place already.
            if (point.IsEnd || (point.Output <= results && (options.Errors is null || point.Errors <= errors)))
            {
                return point;
            }
        }

        return default;
    }

    private static long LengthOf(string? path) =>
        path is not null && new FileInfo(OutputFile.PartialOf(path)) is { Exists: true } file ? file.Length : -1;

    private OutputFile? Open(string? path, long length) =>
        path is null ? null
        : _journal is null ? OutputFile.Create(path, _terminal.Disk)
        : _known.IsEnd && LengthOf(path) < 0 ? null
        : OutputFile.OpenPartial(path, length, _terminal.Disk);

    private void Save()
    {
        _results!.Keep();
        _errors?.Keep();
        _journal!.Add(_known);
        _knownTime = Stopwatch.GetTimestamp();
    }

    private void Rescue()
    {
        try
        {
            // At the end all is saved, and a file may be in its place already.
            if (!_known.IsEnd)
            {
                Save();
            }
        }
        catch (OutputException)
        {
            // The disk is full, perhaps: the last checkpoint stands, and the failure that brought us here is told.
        }

        if (_journal!.Checkpoints.Count > 0)
        {
            _terminal.Say($"{_options.Output}: not finished; the same command with --resume goes on");
        }
    }
}
