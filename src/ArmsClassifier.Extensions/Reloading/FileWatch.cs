namespace ArmsClassifier.Extensions.Reloading;

/// <summary>
/// Tells from looks at a file when it is worth reading: once it has stayed the same from one look to the next. Looking works where notifications
/// do not reach: network shares, mounted volumes that swap a link, files replaced by rename. Not thread-safe.
/// </summary>
internal sealed class FileWatch(string path)
{
    private FileStamp? _last;
    private FileStamp? _judged;
    private bool _hasLooked;
    private bool _hasJudged;

    /// <summary>Looks at the file; true where it has settled and has not been judged as it is.</summary>
    /// <exception cref="IOException">The path cannot be followed.</exception>
    /// <exception cref="UnauthorizedAccessException">The path may not be followed.</exception>
    public bool HasSettledAnew()
    {
        FileStamp? stamp = FileStamp.Of(path);
        bool isSettled = _hasLooked && stamp == _last;
        _last = stamp;
        _hasLooked = true;
        return isSettled && !(_hasJudged && stamp == _judged);
    }

    /// <summary>Notes that the file was judged as it was at the last look, and need not be read again until it changes.</summary>
    public void Judged()
    {
        _judged = _last;
        _hasJudged = true;
    }
}
