using System.Runtime.CompilerServices;

namespace ArmsClassifier.Features;

/// <summary>Reads the units of a sentence: replaces entities and numbers by their class, and reports the terms of concepts.</summary>
/// <remarks>
/// Two passes. The first takes every token for a unit and, without a branch that depends on the text, notes those that may be more: a number,
/// an entity, the beginning of a term. The second looks at these, and moves the units after them to their places.
/// </remarks>
internal static class UnitReader
{
    private const int MaxConceptsAtToken = 16;

    /// <summary>Reads the units of <paramref name="run"/>.</summary>
    /// <param name="run">The tokens of a sentence.</param>
    /// <param name="lexicon">The lexicon.</param>
    /// <param name="isLead">Whether the sentence is the passage's first.</param>
    /// <param name="scratch">Room for the work.</param>
    /// <param name="sink">Receives the terms of concepts.</param>
    /// <returns>The number of units in the scratch.</returns>
    public static int Read<TSink>(in TokenRun run, Lexicon lexicon, bool isLead, in ReadingScratch scratch, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        Span<Unit> units = scratch.Units;
        int candidates = TakeAll(run, lexicon, units, scratch.Places);
        foreach (int candidate in scratch.Places[..candidates])
        {
            lexicon.PrefetchTerms(run.Indices[candidate], run.IndexAfter(candidate));
        }

        int count = 0;
        int owns = 0;
        int at = 0;
        foreach (int candidate in scratch.Places[..candidates])
        {
            if (candidate < at)
            {
                continue;
            }

            units[at..candidate].CopyTo(units[count..]);
            count += candidate - at;
            at = ReadUnit(run, candidate, lexicon, isLead, ref units[count], scratch.Classes, ref owns, ref sink);
            count++;
        }

        units[at..run.Count].CopyTo(units[count..]);
        return count + run.Count - at;
    }

    /// <summary>Takes every token for a unit; writes the places of those that may be more, and returns how many they are.</summary>
    private static int TakeAll(in TokenRun run, Lexicon lexicon, Span<Unit> units, Span<int> places)
    {
        int candidates = 0;
        for (int at = 0; at < run.Count; at++)
        {
            ref readonly SymbolTraits traits = ref lexicon.TraitsOrNone(run.Indices[at]);
            units[at] = UnitOf(run, at, at + 1, run.Indices[at], traits);
            places[candidates] = at;
            bool mayGoOn = (traits.Next & SymbolTraits.TokenBit(run.IndexAfter(at))) != 0;
            candidates += (mayGoOn | (traits.Sole.Kind != SoleKind.None) | NumberReader.MayBegin(run, at)) ? 1 : 0;
        }

        return candidates;
    }

    /// <summary>Reads the unit that begins at token <paramref name="at"/>; returns the token after it. Classes of its own go to <paramref name="own"/>.</summary>
    private static int ReadUnit<TSink>(in TokenRun run, int at, Lexicon lexicon, bool isLead, ref Unit unit, Span<ClassSet> own, ref int owns, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        int symbol = run.Indices[at];
        if (NumberReader.MayBegin(run, at))
        {
            int next = at + 1;
            int mark = NumberReader.Read(run, at, lexicon, ref next);
            if (mark >= 0)
            {
                unit = UnitOf(run, at, next, lexicon.SymbolOf(mark), lexicon);
                return next;
            }
        }

        ref readonly SymbolTraits traits = ref lexicon.TraitsOrNone(symbol);
        int second = (traits.Next & SymbolTraits.TokenBit(run.IndexAfter(at))) != 0 ? NextNode(run, at + 1, traits.FirstNode, lexicon) : 0;
        if (second != 0 || traits.Sole.Kind == SoleKind.Terms)
        {
            return Terms(run, at, second, lexicon, isLead, ref unit, own, ref owns, ref sink);
        }

        bool isEntity = traits.Sole.Kind == SoleKind.Entity && run.HasCase(at, at, traits.Sole.Case);
        unit = UnitOf(run, at, at + 1, isEntity ? lexicon.SymbolOf(traits.Sole.Mark) : symbol, lexicon);
        return at + 1;
    }

    private static Unit UnitOf(in TokenRun run, int at, int next, int symbol, Lexicon lexicon) => UnitOf(run, at, next, symbol, lexicon.TraitsOrNone(symbol));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Unit UnitOf(in TokenRun run, int at, int next, int symbol, in SymbolTraits traits) =>
        new(symbol, run.Tokens[at].Start, run.Tokens[next - 1].End, traits.Classes, traits.Contexts, traits.Groups);

    /// <summary>Reads the unit at token <paramref name="at"/>, which begins terms; <paramref name="second"/> is the node of its first two tokens.</summary>
    /// <remarks>The longest entity takes the tokens' place; of the concepts, each counts once.</remarks>
    /// <returns>The token after the unit.</returns>
    private static int Terms<TSink>(in TokenRun run, int at, int second, Lexicon lexicon, bool isLead, ref Unit unit, Span<ClassSet> own, ref int owns, ref TSink sink)
        where TSink : struct, IFeatureSink
    {
        Span<ushort> marks = stackalloc ushort[MaxConceptsAtToken];
        int root = lexicon.Traits(run.Indices[at]).FirstNode;
        int next = at + 1;
        int entity = -1;
        int concepts = 0;
        uint implied = 0;
        int last = at;
        for (int node = root; node != 0; node = last == at + 1 ? second : NextNode(run, last, node, lexicon))
        {
            foreach (ref readonly LexiconTerm term in lexicon.TermsAt(node))
            {
                if (!run.HasCase(at, last, term.Case))
                {
                    continue;
                }

                if (term.Kind == MarkKind.Entity)
                {
                    (entity, next) = (term.Mark, last + 1);
                }
                else if (term.Kind == MarkKind.Concept && concepts < MaxConceptsAtToken && !marks[..concepts].Contains(term.Mark))
                {
                    implied |= node == root && term.Case == TermCase.Any ? 1u << concepts : 0;
                    marks[concepts++] = term.Mark;
                }
            }

            last++;
        }

        unit = UnitOf(run, at, next, entity >= 0 ? lexicon.SymbolOf(entity) : run.Indices[at], lexicon);

        // What a token implies by itself is in its own row, unless an entity has taken its place.
        uint said = entity >= 0 ? 0 : implied;
        if (said == (1u << concepts) - 1)
        {
            return next;
        }

        uint groups = unit.Groups;
        ClassSet classes = lexicon.Classes(unit.Classes);
        for (int i = 0; i < concepts; i++)
        {
            if ((said & (1u << i)) == 0)
            {
                sink.Term(marks[i], run.Tokens[at].Start, run.Tokens[at].End, isLead);
                groups |= lexicon.Traits(lexicon.SymbolOf(marks[i])).Groups;
                classes = lexicon.Contexts.IsEmpty ? classes : classes.With(marks[i]);
            }
        }

        own[owns] = classes;
        unit = unit with { Classes = ~owns, Groups = groups };
        owns++;
        return next;
    }

    /// <summary>The node to which token <paramref name="at"/> leads from <paramref name="node"/>, or 0; terms do not cross sentences.</summary>
    private static int NextNode(in TokenRun run, int at, int node, Lexicon lexicon)
    {
        int token = run.IndexAfter(at - 1);
        return token >= 0 ? lexicon.NextNode(node, token) : 0;
    }
}
