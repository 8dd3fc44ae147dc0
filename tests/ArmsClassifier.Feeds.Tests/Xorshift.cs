namespace ArmsClassifier.Feeds.Tests;

/// <summary>Pseudo-random numbers that are the same on every machine (Marsaglia, 2003).</summary>
internal struct Xorshift(uint seed)
{
    private uint _state = seed;

    /// <summary>A number of 0 or more below <paramref name="bound"/>.</summary>
    public int Next(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return (int)(_state % (uint)bound);
    }
}
