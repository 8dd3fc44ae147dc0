using System.Buffers;

namespace ArmsClassifier.Features;

/// <summary>Room for reading sentences of up to so many tokens, in rented arrays; dispose it.</summary>
internal readonly ref struct ReadingScratch(int tokens)
{
    private readonly Unit[] _units = ArrayPool<Unit>.Shared.Rent(tokens);
    private readonly int[] _places = ArrayPool<int>.Shared.Rent(tokens);
    private readonly ClassSet[] _classes = ArrayPool<ClassSet>.Shared.Rent(tokens);

    /// <summary>The units of a sentence.</summary>
    public Span<Unit> Units => _units;

    /// <summary>Places in a sentence that take a second look.</summary>
    public Span<int> Places => _places;

    /// <summary>The sets of classes that are the sentence's own.</summary>
    public Span<ClassSet> Classes => _classes;

    /// <summary>Returns the rented arrays.</summary>
    public void Dispose()
    {
        ArrayPool<Unit>.Shared.Return(_units);
        ArrayPool<int>.Shared.Return(_places);
        ArrayPool<ClassSet>.Shared.Return(_classes);
    }
}
