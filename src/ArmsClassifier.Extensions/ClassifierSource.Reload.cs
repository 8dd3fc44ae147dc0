using System.Diagnostics;
using ArmsClassifier.Extensions.Reloading;

namespace ArmsClassifier.Extensions;

public sealed partial class ClassifierSource
{
    // Held while the file is looked at; answers never wait for it.
    private readonly object _reloading = new();
    private string? _servingHash;
    private string? _refusedHash;
    private string? _refusal;
    private FileWatch? _watch;
    private TimeSpan _interval;
    private ITimer? _timer;
    private bool _isStopped;

    /// <summary>
    /// Looks at the model file now, and puts a good new version in service, whether or not the file is watched. Meant for whoever has just
    /// written the file; it is read at once, without waiting until it has settled.
    /// </summary>
    /// <returns>What came of it; where the model in service goes on, <see cref="ClassifierStatus.Failure"/> says why.</returns>
    public ReloadOutcome Reload()
    {
        lock (_reloading)
        {
            return _path is null ? ReloadOutcome.Unchanged : Take(_path);
        }
    }

    private void Watch(string path, TimeSpan interval)
    {
        lock (_reloading)
        {
            _watch = new FileWatch(path);
            _interval = interval;

            // Otherwise every look would belong to the request that happened to need the source first.
            AsyncFlowControl? flow = ExecutionContext.IsFlowSuppressed() ? null : ExecutionContext.SuppressFlow();
            try
            {
                _timer = _time.CreateTimer(static source => ((ClassifierSource)source!).Look(), this, interval, Timeout.InfiniteTimeSpan);
            }
            finally
            {
                flow?.Undo();
            }
        }
    }

    private void StopWatching()
    {
        lock (_reloading)
        {
            _isStopped = true;
            _timer?.Dispose();
        }
    }

    private void Look()
    {
        lock (_reloading)
        {
            if (_isStopped)
            {
                return;
            }

            try
            {
                LookAtFile(_path!, _watch!);
            }
            catch (Exception error)
            {
                // An exception on the timer's thread would end the process.
                ReloadLog.Unforeseen(_logger, error, _name, _status.ModelId);
                Fail(error.Message, ReloadOutcome.Unreadable);
            }
            finally
            {
                _timer!.Change(_interval, Timeout.InfiniteTimeSpan);
            }
        }
    }

    private void LookAtFile(string path, FileWatch watch)
    {
        try
        {
            if (!watch.HasSettledAnew())
            {
                return;
            }
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            Fail($"{path}: the model file cannot be looked at ({unreadable.Message}); check the path and its permissions", ReloadOutcome.Unreadable);
            return;
        }

        if (Take(path) != ReloadOutcome.Unreadable)
        {
            watch.Judged();
        }
    }

    /// <summary>Reads the file and serves it where it is new and good.</summary>
    private ReloadOutcome Take(string path)
    {
        ModelVersion? version = null;
        try
        {
            version = ModelVersion.Read(path);
            if (version.Hash == _servingHash)
            {
                return Recover();
            }

            if (version.Hash == _refusedHash)
            {
                _status = Failed(_refusal!);
                return ReloadOutcome.Refused;
            }

            using Activity? activity = _telemetry.Begin("reload model", _status.ModelId);
            return Serve(version, activity);
        }
        catch (ModelFormatException refused)
        {
            _refusedHash = version?.Hash;
            _refusal = refused.Message;
            return Fail(refused.Message, ReloadOutcome.Refused);
        }
        catch (IOException unreadable)
        {
            return Fail(unreadable.Message, ReloadOutcome.Unreadable);
        }
    }

    private ReloadOutcome Serve(ModelVersion version, Activity? activity)
    {
        try
        {
            Classifier classifier = ModelChecks.Load(version, _options, _allowOtherLabels ? null : _status.Classifier.Model.Labels);
            string old = _status.ModelId;
            _status = StatusOf(version, classifier);
            _servingHash = version.Hash;
            _refusedHash = null;
            _telemetry.CountReload(classifier.Model, ReloadOutcome.Reloaded);
            ReloadLog.Reloaded(_logger, _name, _status.ModelId, _path, old);
            return ReloadOutcome.Reloaded;
        }
        catch (ModelFormatException refused)
        {
            activity?.SetStatus(ActivityStatusCode.Error, refused.Message);
            throw;
        }
    }

    private ReloadOutcome Recover()
    {
        if (_status.Failure is not null)
        {
            _status = _status with { Failure = null, FailedAt = null };
            ReloadLog.Recovered(_logger, _name, _status.ModelId);
        }

        return ReloadOutcome.Unchanged;
    }

    /// <summary>Keeps the model in service and says why; each failure is counted and logged once, however often it is met in a row.</summary>
    private ReloadOutcome Fail(string failure, ReloadOutcome outcome)
    {
        if (_status.Failure != failure)
        {
            _status = Failed(failure);
            _telemetry.CountReload(_status.Classifier.Model, outcome);
            ReloadLog.Failed(_logger, _name, _status.ModelId, failure);
        }

        return outcome;
    }

    private ClassifierStatus Failed(string failure) =>
        _status.Failure == failure ? _status : _status with { Failure = failure, FailedAt = _status.FailedAt ?? _time.GetUtcNow() };
}
