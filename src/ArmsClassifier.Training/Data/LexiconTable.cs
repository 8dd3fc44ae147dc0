using ArmsClassifier.Features;
using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training;

/// <summary>A row of a lexicon file: a term of one or more words and the class it belongs to.</summary>
internal readonly record struct LexiconEntry(string Term, string Class, MarkKind Kind, TermCase Case);

/// <summary>Reads the lexicon: CSV files with the columns <c>term</c>, <c>class</c>, <c>kind</c> and <c>case</c>.</summary>
internal static class LexiconTable
{
    /// <summary>Reads every <c>*.csv</c> of <paramref name="folder"/>, in ordinal order.</summary>
    /// <exception cref="DataFormatException">A row is damaged: a lexicon is used whole or not at all.</exception>
    public static IReadOnlyList<LexiconEntry> ReadFolder(string folder)
    {
        var entries = new List<LexiconEntry>();
        var errors = new List<TableError>();
        foreach (string file in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal))
        {
            foreach (TableRow row in TableRows.Read(file, ["term", "class", "kind", "case"], [], errors))
            {
                entries.Add(Parse(row, errors));
            }
        }

        return errors.Count == 0 ? entries : throw new DataFormatException(errors[0].ToString());
    }

    private static LexiconEntry Parse(TableRow row, List<TableError> errors)
    {
        string kind = row["kind"]!;
        string letters = row["case"]!;
        TermCase required = TermCase.Any;
        if (!EnumName.TryParse(kind, out MarkKind mark))
        {
            errors.Add(new TableError(row.File, row.Line, "kind", $"'{kind}'; expected entity, concept or number"));
        }

        if (letters.Length > 0 && !EnumName.TryParse(letters, out required))
        {
            errors.Add(new TableError(row.File, row.Line, "case", $"'{letters}'; expected capital, upper or nothing"));
        }

        if (LexiconBuilder.TokensOf(row["term"]!).Count == 0 || row["class"]!.Length == 0)
        {
            errors.Add(new TableError(row.File, row.Line, "term", "a term has a letter or digit, and a class"));
        }

        return new LexiconEntry(row["term"]!, row["class"]!, mark, required);
    }
}
