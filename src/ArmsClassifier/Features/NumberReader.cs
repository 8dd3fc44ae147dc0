using System.Runtime.CompilerServices;
using ArmsClassifier.Text;

namespace ArmsClassifier.Features;

/// <summary>Recognises number expressions: numbers, years, sums of money, percentages, and type designations that no gazetteer knows.</summary>
internal static class NumberReader
{
    private const int MaxDesignationLetters = 4;

    /// <summary>Whether an expression may begin at <paramref name="token"/>: a quick test.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool MayBegin(ReadOnlySpan<byte> bytes, in Token token)
    {
        byte first = bytes[token.Start];
        return first == '$' | (uint)(first - '0') < 10 | bytes[token.End] == '-';
    }

    /// <summary>The class of the expression that begins at token <paramref name="at"/>, or -1; <paramref name="next"/> becomes the token after it.</summary>
    public static int Read(in TokenRun run, int at, Lexicon lexicon, ref int next)
    {
        byte first = run.Bytes[run.Tokens[at].Start];
        if (first == '$' && at + 1 < run.Count && char.IsAsciiDigit((char)run.Bytes[run.Tokens[at + 1].Start]))
        {
            next = SkipWord(run, SkipNumber(run, at + 1), lexicon, lexicon.NumberMarks.Magnitude);
            return lexicon.NumberMarks.Money;
        }

        if (char.IsAsciiDigit((char)first))
        {
            return StartsTerm(run, at, lexicon) ? -1 : Quantity(run, at, lexicon, ref next);
        }

        return char.IsAsciiLetterUpper((char)first) && IsDesignation(run, at, lexicon, ref next) ? lexicon.NumberMarks.Designation : -1;
    }

    private static bool StartsTerm(in TokenRun run, int at, Lexicon lexicon)
    {
        int node = lexicon.Traits(run.Indices[at]).FirstNode;
        return node != 0
            && (lexicon.TermsAt(node).Length > 0
                || (at + 1 < run.Count && run.Indices[at + 1] >= 0 && lexicon.NextNode(node, run.Indices[at + 1]) != 0));
    }

    private static int Quantity(in TokenRun run, int at, Lexicon lexicon, ref int next)
    {
        NumberMarks marks = lexicon.NumberMarks;
        int end = SkipNumber(run, at);
        int afterMagnitude = SkipWord(run, end, lexicon, marks.Magnitude);
        int afterUnit = SkipWord(run, afterMagnitude, lexicon, marks.Currency);
        if (afterUnit > afterMagnitude)
        {
            next = afterUnit;
            return marks.Money;
        }

        afterUnit = SkipWord(run, end, lexicon, marks.PercentWord);
        if (afterUnit > end)
        {
            next = afterUnit;
            return marks.Percent;
        }

        next = afterMagnitude;
        return next == at + 1 && IsYear(run, at) ? marks.Year : marks.Number;
    }

    /// <summary>The token after the number at <paramref name="at"/>: its groups of digits may be joined by points or commas.</summary>
    private static int SkipNumber(in TokenRun run, int at)
    {
        int end = at + 1;
        while (end < run.Count && (run.IsJoined(end, (byte)'.') || run.IsJoined(end, (byte)',')) && run.IsNumber(end))
        {
            end++;
        }

        return end;
    }

    private static int SkipWord(in TokenRun run, int at, Lexicon lexicon, int mark)
    {
        if (at >= run.Count || mark < 0 || run.Indices[at] < 0)
        {
            return at;
        }

        int node = lexicon.Traits(run.Indices[at]).FirstNode;
        int second = node != 0 && at + 1 < run.Count && run.Indices[at + 1] >= 0 ? lexicon.NextNode(node, run.Indices[at + 1]) : 0;
        return Ends(lexicon, second, mark) ? at + 2 : Ends(lexicon, node, mark) ? at + 1 : at;
    }

    private static bool Ends(Lexicon lexicon, int node, int mark)
    {
        foreach (ref readonly LexiconTerm term in lexicon.TermsAt(node))
        {
            if (term.Mark == mark)
            {
                return node != 0;
            }
        }

        return false;
    }

    private static bool IsYear(in TokenRun run, int at)
    {
        ReadOnlySpan<byte> text = run.Text(at);
        return text.Length == 4 && run.IsNumber(at) && (text.StartsWith("19"u8) || text.StartsWith("20"u8));
    }

    private static bool IsDesignation(in TokenRun run, int at, Lexicon lexicon, ref int next)
    {
        if (at + 1 >= run.Count || run.Tokens[at].Length > MaxDesignationLetters || !run.IsJoined(at + 1, (byte)'-')
            || !char.IsAsciiDigit((char)run.Bytes[run.Tokens[at + 1].Start]) || !run.HasCase(at, at, TermCase.Upper)
            || StartsTerm(run, at, lexicon))
        {
            return false;
        }

        next = at + 2;
        return true;
    }
}
