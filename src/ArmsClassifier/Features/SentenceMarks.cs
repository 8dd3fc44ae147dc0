namespace ArmsClassifier.Features;

/// <summary>The marks seen in the current sentence, and their pairs.</summary>
internal ref struct SentenceMarks(Span<MarkHit> buffer)
{
    private readonly Span<MarkHit> _hits = buffer;
    private int _count;

    /// <summary>Forgets the sentence.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds a mark and reports its pairs with the marks before it in reach.</summary>
    public void Add<TSink>(int mark, int unit, int start, int end, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        for (int i = _count - 1; i >= 0 && unit - _hits[i].Unit <= FeatureExtractor.MarkWindow; i--)
        {
            int distance = unit - _hits[i].Unit <= FeatureExtractor.NearUnits ? 0 : 1;
            sink.MarkPair(_hits[i].Mark, mark, distance, _hits[i].Start, end);
        }

        if (_count == _hits.Length)
        {
            // Marks out of reach need not be kept; a sentence this dense loses its oldest half.
            int half = _count / 2;
            _hits[half..].CopyTo(_hits);
            _count -= half;
        }

        _hits[_count++] = new MarkHit(mark, unit, start);
    }
}

/// <summary>A mark at a unit of the sentence; <paramref name="Start"/> is its first folded byte.</summary>
internal readonly record struct MarkHit(int Mark, int Unit, int Start);
