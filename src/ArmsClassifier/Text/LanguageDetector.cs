using System.Collections.Frozen;

namespace ArmsClassifier.Text;

/// <summary>
/// Tells English from other languages by their function words and by script. Meant for text most of whose words the model does not
/// know; a headline without function words counts as English.
/// </summary>
internal static class LanguageDetector
{
    private const double MaxOtherScript = 0.3;
    private const double MinOtherShare = 0.12;

    private static readonly FrozenSet<ulong> s_english = Words(
        "the of and to for with from by that is was were has have had will would said says after over their his her its it he she they we " +
        "this these those which who what when than into about been are not but at as up out new says more between against");

    // Function words that English news seldom uses, from German, French, Spanish, Italian, Portuguese, Dutch, the Scandinavian
    // languages, Polish, Czech, Turkish, Indonesian, Romanian, Hungarian and Finnish, folded to ASCII.
    private static readonly FrozenSet<ulong> s_other = Words(
        "der das und ist nicht mit dem fur auf eine einen einer sich auch wird werden bei nach uber aus zur zum sind haben hat ein " +
        "le les des une du et dans pour sur par est que qui avec aux ce pas sont ont cette ses au il elle leur mais " +
        "el los las del una por con para su se al como mas sus pero sobre entre fue han este esta " +
        "che della di sono dei nel alla gli piu anche degli dal nella delle " +
        "os uma com nao dos das ao pelo pela mais foi em no na seu sua " +
        "het een van voor niet zijn dat ook naar bij op te en worden heeft aan deze " +
        "och att det som pa ar av til ikke den har inte ett var ej og er blev " +
        "nie sie jest przez oraz po dla od ze czy jak ktory ktore ma byl do przy " +
        "ve bir bu icin ile olarak daha gibi sonra kadar " +
        "yang dan untuk dengan dari ini pada tidak dalam akan " +
        "si pentru din cu sau mai sunt care este " +
        "az es hogy nem egy meg volt ja oli etta ovat mutta");

    /// <summary>Whether <paramref name="text"/> is English, as far as can be told.</summary>
    public static bool IsEnglish(in FoldedText text)
    {
        using var tokens = new TokenizedText(text);
        return Judge(text.Bytes, tokens.Tokens);
    }

    private static bool Judge(ReadOnlySpan<byte> bytes, ReadOnlySpan<Token> tokens)
    {
        int letters = 0;
        int otherScript = 0;
        foreach (byte value in bytes)
        {
            letters += ByteMasks.IsWord(value) ? 1 : 0;
            otherScript += value >= 0x80 ? 1 : 0;
        }

        int english = 0;
        int other = 0;
        foreach (ref readonly Token token in tokens)
        {
            english += s_english.Contains(token.Hash) ? 1 : 0;
            other += s_other.Contains(token.Hash) ? 1 : 0;
        }

        bool otherWords = other >= 2 && other > english && other >= MinOtherShare * tokens.Length;
        return otherScript <= MaxOtherScript * letters && !otherWords;
    }

    private static FrozenSet<ulong> Words(string words) => words.Split(' ').Select(TokenHash.Of).ToFrozenSet();
}
