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
    /// <param name="scratch">The sets of classes that are the sentence's own, and room for the work.</param>
    /// <param name="sink">Receives the contexts.</param>
    public static void Report<TSink>(ReadOnlySpan<Unit> units, Lexicon lexicon, in ReadingScratch scratch, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        int found = Find(units, lexicon, scratch.Classes, scratch.Places);
        foreach (int at in scratch.Places[..found])
        {
            ReportUnit(units, at, lexicon, scratch.Classes, ref sink);
        }
    }

    /// <summary>Writes the places of the units that have contexts with those before them, without a branch that depends on the text.</summary>
    private static int Find(ReadOnlySpan<Unit> units, Lexicon lexicon, ReadOnlySpan<ClassSet> own, Span<int> places)
    {
        ContextTable table = lexicon.Contexts;
        (ClassSet one, ClassSet two, ClassSet three) = (default, default, default);
        (ClassSet afterOne, ClassSet afterTwo, ClassSet afterThree) = (default, default, default);
        int found = 0;
        for (int i = 0; i < units.Length; i++)
        {
            ref readonly Unit unit = ref units[i];
            ClassSet classes = Classes(unit, own, lexicon);
            ClassSet contexts = ((one | two | three) & table.Before(unit.Contexts)) | ((afterOne | afterTwo | afterThree) & classes);
            places[found] = i;
            found += contexts.IsEmpty ? 0 : 1;
            (one, two, three) = (classes, one, two);
            (afterOne, afterTwo, afterThree) = (table.After(unit.Contexts), afterOne, afterTwo);
        }

        return found;
    }

    /// <summary>Reports the contexts of unit <paramref name="at"/> with those before it.</summary>
    private static void ReportUnit<TSink>(ReadOnlySpan<Unit> units, int at, Lexicon lexicon, ReadOnlySpan<ClassSet> own, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        ref readonly Unit unit = ref units[at];
        ClassSet classes = Classes(unit, own, lexicon);
        ClassSet before = lexicon.Contexts.Before(unit.Contexts);
        for (int i = at - 1; i >= Math.Max(0, at - Window); i--)
        {
            ref readonly Unit near = ref units[i];
            ClassSet nearBefore = Classes(near, own, lexicon) & before;
            if (!nearBefore.IsEmpty)
            {
                Report(unit, false, nearBefore, near.Start, unit.End, ref sink);
            }

            ClassSet after = classes & lexicon.Contexts.After(near.Contexts);
            if (!after.IsEmpty)
            {
                Report(near, true, after, near.Start, unit.End, ref sink);
            }
        }
    }

    private static void Report<TSink>(in Unit word, bool isAfter, in ClassSet classes, int start, int end, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        foreach (int mark in classes)
        {
            sink.Context(word, isAfter, mark, start, end);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ClassSet Classes(in Unit unit, ReadOnlySpan<ClassSet> own, Lexicon lexicon) =>
        unit.Classes >= 0 ? lexicon.Classes(unit.Classes) : own[~unit.Classes];
}
