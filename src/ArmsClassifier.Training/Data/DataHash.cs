using System.Security.Cryptography;
using System.Text;

namespace ArmsClassifier.Training;

/// <summary>Identifies what a model was trained on, whatever the order and names of the files.</summary>
internal static class DataHash
{
    /// <summary>SHA-256 over passages and lexicon in canonical order: 64 lower-case hexadecimal digits.</summary>
    public static string Of(IEnumerable<LabelledPassage> rows, IEnumerable<LexiconEntry> lexicon)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (LabelledPassage row in rows)
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{row.Article}\t{row.Position}\t{row.Role}\t{row.Label}\t{row.Also}\t{row.Group}\t{row.Text}\n"));
        }

        foreach (string line in lexicon.Select(e => $"{e.Term}\t{e.Class}\t{e.Kind}\t{e.Case}\n").Order(StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(line));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
