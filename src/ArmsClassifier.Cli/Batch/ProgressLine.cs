using System.Globalization;
using ArmsClassifier.Cli.Input;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Batch;

/// <summary>
/// Tells a person at a terminal how far a long run is, on one line that is written over: articles, rate, and the time that remains where the
/// length of the input is known. Runs of under two seconds are not told of, nor is anything where standard error is no terminal.
/// </summary>
internal sealed class ProgressLine : IDisposable
{
    private const double FirstSeconds = 2;
    private const double IntervalSeconds = 0.5;
    private const double Mega = 1e6;

    private readonly Terminal _terminal;
    private readonly TimeProvider _time;
    private readonly IReadOnlyList<string> _paths;
    private readonly long _begin;
    private readonly bool _isShown;
    private double _shownAt = FirstSeconds - IntervalSeconds;
    private long _articles;
    private long? _bytesBefore;
    private long? _bytesInAll;

    /// <summary>Begins to measure.</summary>
    /// <param name="terminal">Where it is shown.</param>
    /// <param name="paths">Files and folders that are read.</param>
    /// <param name="time">The clock.</param>
    public ProgressLine(Terminal terminal, IReadOnlyList<string> paths, TimeProvider time)
    {
        (_terminal, _paths, _time, _begin) = (terminal, paths, time, time.GetTimestamp());

        // Lines of results for a person would be torn apart.
        _isShown = terminal is { IsErrorTerminal: true, IsOutTerminal: false, WantsColour: true };
    }

    /// <summary>Tells of more work done.</summary>
    /// <param name="articles">How many more articles were labelled.</param>
    /// <param name="bytesRead">How many bytes of the files are read by now.</param>
    public void Advance(int articles, long bytesRead)
    {
        _articles += articles;
        if (!_isShown)
        {
            return;
        }

        _bytesBefore ??= bytesRead;
        double seconds = _time.GetElapsedTime(_begin).TotalSeconds;
        if (seconds >= _shownAt + IntervalSeconds)
        {
            _shownAt = seconds;
            _bytesInAll ??= Measure();
            _terminal.ShowStatus(Text(_articles, bytesRead, bytesRead - _bytesBefore.Value, _bytesInAll.Value, seconds));
        }
    }

    /// <summary>Takes the line away.</summary>
    public void Dispose() => _terminal.ShowStatus("");

    /// <summary>The line.</summary>
    /// <param name="articles">Articles labelled.</param>
    /// <param name="bytes">Bytes done, those of an earlier run included.</param>
    /// <param name="newBytes">Bytes done by this run.</param>
    /// <param name="bytesInAll">Bytes of all files; 0 where that is not known.</param>
    /// <param name="seconds">How long this run has taken.</param>
    internal static string Text(long articles, long bytes, long newBytes, long bytesInAll, double seconds)
    {
        double rate = newBytes / seconds;
        string amount = bytesInAll == 0
            ? string.Create(CultureInfo.InvariantCulture, $"{articles / seconds:N0} articles/s")
            : string.Create(CultureInfo.InvariantCulture, $"{bytes / Mega:N1} of {bytesInAll / Mega:N1} MB, {rate / Mega:N1} MB/s");
        string rest = bytesInAll == 0 || rate <= 0 ? "" : $", {Duration((bytesInAll - bytes) / rate)} left";
        return string.Create(CultureInfo.InvariantCulture, $"{articles:N0} articles, {amount}{rest}");
    }

    private static string Duration(double seconds)
    {
        var left = TimeSpan.FromSeconds(Math.Max(0, Math.Ceiling(seconds)));
        return left.TotalHours >= 1
            ? string.Create(CultureInfo.InvariantCulture, $"{(int)left.TotalHours} h {left.Minutes} min")
            : string.Create(CultureInfo.InvariantCulture, $"{left.Minutes} min {left.Seconds} s");
    }

    private long Measure()
    {
        if (_paths.Any(path => path == ArticleInput.StandardInput || WebReader.IsAddress(path)))
        {
            return 0;
        }

        long bytes = 0;
        foreach (string file in _paths.SelectMany(DocumentReader.Files))
        {
            bytes += new FileInfo(file) is { Exists: true } info ? info.Length : 0;
        }

        return bytes;
    }
}
