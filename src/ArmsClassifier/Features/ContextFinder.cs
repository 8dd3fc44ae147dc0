using System.Numerics;
using System.Runtime.CompilerServices;

namespace ArmsClassifier.Features;

/// <summary>
/// Finds which words stand near which classes: of two units of a sentence that are at most three units apart, each class of the one with the
/// word of the other, and which of the two comes first. "Halt" before a transfer tells something that neither tells alone.
/// </summary>
internal static class ContextFinder
{
    private const int Window = 3;

    /// <summary>Reports the contexts of a sentence that the lexicon wants.</summary>
    /// <param name="units">The units of the sentence.</param>
    /// <param name="lexicon">The lexicon.</param>
    /// <param name="scratch">The classes that are the sentence's own, and room for the work.</param>
    /// <param name="sink">Receives the contexts.</param>
    public static void Report<TSink>(in UnitRun units, Lexicon lexicon, ReadingScratch scratch, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        int found = Pair(scratch, Find(units, lexicon, scratch));
        foreach (ref readonly NearPair pair in scratch.Pairs.AsSpan(0, found))
        {
            Report(units, pair, lexicon, scratch, ref sink);
        }
    }

    /// <summary>Writes the units that may have contexts with those before them, without a branch that depends on the text.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Find(in UnitRun units, Lexicon lexicon, ReadingScratch scratch)
    {
        ContextTable table = lexicon.Contexts;
        ReadOnlySpan<int> symbols = units.Symbols;
        ReadOnlySpan<int> places = units.Places[..symbols.Length];
        ReadOnlySpan<ulong> own = scratch.OwnBits;
        Span<int> at = scratch.Found.AsSpan(0, symbols.Length);
        Span<UnitBits> bits = scratch.UnitBits.AsSpan(Window, symbols.Length);
        (ulong one, ulong two, ulong three) = (0, 0, 0);
        (ulong afterOne, ulong afterTwo, ulong afterThree) = (0, 0, 0);
        int found = 0;
        for (int i = 0; i < symbols.Length; i++)
        {
            ref readonly SymbolTraits traits = ref lexicon.Traits(symbols[i]);
            ulong classes = lexicon.ClassBits(traits.Classes) | own[places[i]];
            SideBits sides = table.BitsAt(traits.Contexts);
            bits[i] = new UnitBits(classes, sides.Before, sides.After);
            ulong contexts = ((one | two | three) & sides.Before) | ((afterOne | afterTwo | afterThree) & classes);
            at[found] = i;
            found += contexts != 0 ? 1 : 0;
            (one, two, three) = (classes, one, two);
            (afterOne, afterTwo, afterThree) = (sides.After, afterOne, afterTwo);
        }

        return found;
    }

    /// <summary>Writes, of the first <paramref name="found"/> units with contexts, the pairs that may have them; again without such a branch.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int Pair(ReadingScratch scratch, int found)
    {
        Span<NearPair> pairs = scratch.Pairs;
        int count = 0;
        foreach (int at in scratch.Found.AsSpan(0, found))
        {
            ReadOnlySpan<UnitBits> near = scratch.UnitBits.AsSpan(at, Window + 1);
            UnitBits unit = near[Window];
            for (int back = 1; back <= Window; back++)
            {
                ulong common = near[Window - back].Classes & unit.Before;
                pairs[count] = new NearPair(common, at, at - back);
                count += common != 0 ? 1 : 0;
                common = near[Window - back].After & unit.Classes;
                pairs[count] = new NearPair(common, at - back, at);
                count += common != 0 ? 1 : 0;
            }
        }

        return count;
    }

    private static void Report<TSink>(in UnitRun units, in NearPair pair, Lexicon lexicon, ReadingScratch scratch, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        ContextTable table = lexicon.Contexts;
        int symbol = units.Symbols[pair.Word];
        int place = lexicon.Traits(symbol).Contexts;
        bool isAfter = pair.Other > pair.Word;
        int first = Math.Min(pair.Word, pair.Other);
        int last = Math.Max(pair.Word, pair.Other);
        for (ulong left = pair.Common & ~table.SharedBits; left != 0; left &= left - 1)
        {
            int row = table.RowOfBit(place, isAfter, BitOperations.TrailingZeroCount(left));
            sink.Context(row, table.KeyOf(row), units, first, last);
        }

        if ((pair.Common & table.SharedBits) != 0)
        {
            foreach (int mark in Classes(units, pair.Other, lexicon, scratch) & table.Sharing(place, isAfter))
            {
                sink.Context(table.Row(place, isAfter, mark), ContextTable.Key(symbol, isAfter, mark), units, first, last);
            }
        }
    }

    private static ClassSet Classes(in UnitRun units, int at, Lexicon lexicon, ReadingScratch scratch)
    {
        ClassSet classes = lexicon.Classes(lexicon.Traits(units.Symbols[at]).Classes);
        int place = units.Places[at];
        return scratch.OwnBits[place] == 0 ? classes : classes | scratch.OwnClasses[place];
    }
}
