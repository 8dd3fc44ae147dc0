using System.Diagnostics.CodeAnalysis;
using System.Runtime.ExceptionServices;

namespace ArmsClassifier.Cli.Batch;

/// <summary>
/// One thread reads, some threads work, and the caller takes the results in the order of the input. What waits to be worked on and what
/// waits to be taken is bounded, so memory does not grow with the input. Small inputs are worked on together where they have queued up, and
/// at once where they have not. A failure comes out in its place, after the results before it.
/// </summary>
/// <typeparam name="TInput">What is read.</typeparam>
/// <typeparam name="TResult">What becomes of some of it.</typeparam>
internal sealed class OrderedPipeline<TInput, TResult> : IDisposable
{
    // What waits long outlives a garbage collection and costs memory, so little waits.
    private const int MaxWaitingBytesPerWorker = 128 << 10;
    private const int BatchBytes = 64 << 10;
    private const int ResultsAheadPerWorker = 3;

    private readonly object _gate = new();
    private readonly Queue<TInput> _waiting = new();
    private readonly Dictionary<long, (TResult? Result, ExceptionDispatchInfo? Failure)> _done = [];
    private readonly Func<TInput, long> _size;
    private readonly int _maxAhead;
    private readonly long _maxWaitingBytes;
    private readonly CancellationTokenRegistration _cancellation;
    private ExceptionDispatchInfo? _readFailure;
    private long _waitingBytes;
    private long _started;
    private long _taken;
    private bool _isRead;
    private bool _isStopped;

    /// <summary>Begins to read and to work.</summary>
    /// <param name="source">What is read; enumerated on a thread of its own.</param>
    /// <param name="size">Bytes that an input holds.</param>
    /// <param name="workers">Number of threads that work.</param>
    /// <param name="newWorker">Makes what one thread works with: inputs that follow each other go in, their result comes out.</param>
    /// <param name="cancellation">Stops it.</param>
    public OrderedPipeline(
        IEnumerable<TInput> source, Func<TInput, long> size, int workers, Func<Func<IReadOnlyList<TInput>, TResult>> newWorker, CancellationToken cancellation)
    {
        _size = size;
        _maxAhead = workers * ResultsAheadPerWorker;
        _maxWaitingBytes = workers * (long)MaxWaitingBytesPerWorker;
        _cancellation = cancellation.Register(Dispose);
        Start("reader", () => Read(source));
        for (int i = 0; i < workers; i++)
        {
            Start("worker", () => Work(newWorker()));
        }
    }

    /// <summary>Whether every result of what has been read so far has been taken.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _waiting.Count == 0 && _taken == _started;
            }
        }
    }

    /// <summary>The results in order.</summary>
    /// <exception cref="OperationCanceledException">The work was cancelled.</exception>
    public IEnumerable<TResult> Results(CancellationToken cancellation)
    {
        while (TryTake(out TResult? result, cancellation))
        {
            yield return result;
        }
    }

    /// <summary>Stops reading and working; threads that wait for a slow source end with the process.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isStopped = true;
            Monitor.PulseAll(_gate);
        }

        _cancellation.Unregister();
    }

    private static void Start(string name, Action body) => new Thread(() => body()) { IsBackground = true, Name = name }.Start();

    private bool TryTake([NotNullWhen(true)] out TResult? result, CancellationToken cancellation)
    {
        lock (_gate)
        {
            while (true)
            {
                cancellation.ThrowIfCancellationRequested();
                if (_done.Remove(_taken, out (TResult? Result, ExceptionDispatchInfo? Failure) next))
                {
                    _taken++;
                    Monitor.PulseAll(_gate);
                    next.Failure?.Throw();
                    result = next.Result!;
                    return true;
                }

                if (_isRead && _waiting.Count == 0 && _taken == _started)
                {
                    _readFailure?.Throw();
                    result = default;
                    return false;
                }

                Monitor.Wait(_gate);
            }
        }
    }

    private void Read(IEnumerable<TInput> source)
    {
        try
        {
            foreach (TInput input in source)
            {
                if (!TryAdd(input))
                {
                    return;
                }
            }
        }
        catch (Exception failure)
        {
            // Thrown again where the results are taken.
            _readFailure = ExceptionDispatchInfo.Capture(failure);
        }

        lock (_gate)
        {
            _isRead = true;
            Monitor.PulseAll(_gate);
        }
    }

    private bool TryAdd(TInput input)
    {
        lock (_gate)
        {
            while (_waitingBytes > _maxWaitingBytes && !_isStopped)
            {
                Monitor.Wait(_gate);
            }

            _waiting.Enqueue(input);
            _waitingBytes += _size(input);
            Monitor.PulseAll(_gate);
            return !_isStopped;
        }
    }

    private void Work(Func<IReadOnlyList<TInput>, TResult> worker)
    {
        var inputs = new List<TInput>();
        while (TryStart(inputs, out long place))
        {
            TResult? result = default;
            ExceptionDispatchInfo? failure = null;
            try
            {
                result = worker(inputs);
            }
            catch (Exception thrown)
            {
                // Thrown again where the results are taken.
                failure = ExceptionDispatchInfo.Capture(thrown);
            }

            lock (_gate)
            {
                _done.Add(place, (result, failure));
                Monitor.PulseAll(_gate);
            }
        }
    }

    private bool TryStart(List<TInput> inputs, out long place)
    {
        inputs.Clear();
        lock (_gate)
        {
            while (!_isStopped && !(_isRead && _waiting.Count == 0) && (_waiting.Count == 0 || _started - _taken >= _maxAhead))
            {
                Monitor.Wait(_gate);
            }

            place = _started;
            if (_isStopped || _waiting.Count == 0)
            {
                return false;
            }

            long bytes = 0;
            while (_waiting.TryPeek(out TInput? next) && (bytes == 0 || bytes + _size(next) <= BatchBytes))
            {
                inputs.Add(_waiting.Dequeue());
                bytes += Math.Max(1, _size(next));
            }

            _waitingBytes -= inputs.Sum(_size);
            _started++;
            Monitor.PulseAll(_gate);
            return true;
        }
    }
}
