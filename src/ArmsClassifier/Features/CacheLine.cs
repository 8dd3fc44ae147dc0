using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ArmsClassifier.Features;

/// <summary>
/// Asks for memory before it is needed. What a word brings lies somewhere in megabytes; asked for early, it arrives while other words are
/// worked on. Changes no result.
/// </summary>
internal static class CacheLine
{
    /// <summary>Asks for the cache line of <paramref name="place"/>, which may lie anywhere: a prefetch never faults.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref readonly T place)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in place)));
        }
    }
}
