using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ArmsClassifier.Features;

/// <summary>A table whose first element lies at the beginning of a cache line, so that no element of up to a line's size lies on two.</summary>
/// <remarks>The array is pinned: its place, and so the first aligned element, never changes.</remarks>
internal readonly struct CacheAligned<T>
    where T : unmanaged
{
    private const int LineBytes = 64;

    private readonly T[] _elements;
    private readonly nint _offset;

    /// <summary>A table of <paramref name="length"/> elements, all zero.</summary>
    public CacheAligned(int length)
    {
        Length = length;
        _elements = GC.AllocateArray<T>(length + (LineBytes / Unsafe.SizeOf<T>()) + 1, pinned: true);
        nint begin = Marshal.UnsafeAddrOfPinnedArrayElement(_elements, 0);
        _offset = -begin & (LineBytes - 1);
    }

    /// <summary>Number of elements.</summary>
    public int Length { get; }

    /// <summary>The element at <paramref name="index"/>, which the caller knows to be in range: this is not checked.</summary>
    public ref T this[int index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(_elements), _offset), index);
    }
}
