using System.Runtime.ExceptionServices;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Input;

/// <summary>
/// Reads ahead on a thread of its own and hands on whatever is there, so that a slow source is answered at once and a fast one in batches.
/// Holds a bounded number of items and of characters, and one item more.
/// </summary>
internal sealed class ArticleQueue : IDisposable
{
    private const int MaxItems = 512;
    private const int MaxChars = 8 << 20;

    private readonly Lock _gate = new();
    private readonly Queue<DocumentItem> _items = new();
    private readonly ManualResetEventSlim _filled = new();
    private readonly ManualResetEventSlim _emptied = new();
    private readonly CancellationTokenSource _stop;
    private ExceptionDispatchInfo? _failure;
    private long _chars;
    private bool _isAtEnd;

    /// <summary>Begins to read.</summary>
    public ArticleQueue(IEnumerable<DocumentItem> items, CancellationToken cancellation)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        new Thread(() => Fill(items)) { IsBackground = true, Name = "reader" }.Start();
    }

    /// <summary>The items in order; each batch holds what had been read when it was asked for, and never nothing.</summary>
    /// <exception cref="OperationCanceledException">The command was cancelled.</exception>
    public IEnumerable<DocumentItem[]> Batches()
    {
        while (true)
        {
            DocumentItem[] batch = Take(out bool isAtEnd);
            if (batch.Length > 0)
            {
                yield return batch;
            }
            else if (isAtEnd)
            {
                _failure?.Throw();
                yield break;
            }
            else
            {
                _filled.Wait(_stop.Token);
            }
        }
    }

    /// <summary>Whether nothing more is there at the moment.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_gate)
            {
                return _items.Count == 0;
            }
        }
    }

    /// <summary>Stops reading.</summary>
    public void Dispose() => _stop.Cancel();

    private void Fill(IEnumerable<DocumentItem> items)
    {
        try
        {
            foreach (DocumentItem item in items)
            {
                Add(item);
            }
        }
        catch (Exception failure)
        {
            // Thrown again where the items are taken.
            _failure = ExceptionDispatchInfo.Capture(failure);
        }

        lock (_gate)
        {
            _isAtEnd = true;
            _filled.Set();
        }
    }

    private void Add(DocumentItem item)
    {
        while (!TryAdd(item))
        {
            _emptied.Wait(_stop.Token);
        }
    }

    private bool TryAdd(DocumentItem item)
    {
        lock (_gate)
        {
            if (_items.Count >= MaxItems || _chars > MaxChars)
            {
                _emptied.Reset();
                return false;
            }

            _items.Enqueue(item);
            _filled.Set();
            _chars += item.Article?.Passages.Sum(passage => (long)passage.Text.Length) ?? 0;
            return true;
        }
    }

    private DocumentItem[] Take(out bool isAtEnd)
    {
        lock (_gate)
        {
            isAtEnd = _isAtEnd;
            DocumentItem[] batch = [.. _items];
            _items.Clear();
            _chars = 0;
            _emptied.Set();
            if (batch.Length == 0 && !isAtEnd)
            {
                _filled.Reset();
            }

            return batch;
        }
    }
}
