using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>The charset of a document.</summary>
/// <param name="Encoding">How its bytes become text; invalid bytes become U+FFFD.</param>
/// <param name="Evidence">How it is known, as words for a note: <c>byte order mark</c>, <c>HTTP header</c>, <c>XML declaration</c>, ...; empty for plain UTF-8.</param>
/// <param name="MarkBytes">Length of the byte order mark in bytes.</param>
internal sealed record Charset(Encoding Encoding, string Evidence, int MarkBytes = 0)
{
    /// <summary>The charset's name in lower case.</summary>
    public string Name => Encoding.WebName switch
    {
        "ks_c_5601-1987" => "euc-kr",
        string name => name.ToLowerInvariant(),
    };

    /// <summary>What is wrong with what the document's XML declaration says of its charset, as words for a warning; empty where nothing is.</summary>
    public string Trouble { get; init; } = "";

    /// <summary>The evidence of a charset that was guessed.</summary>
    public const string Statistics = "statistics";

    /// <summary>Whether nothing but statistics speaks for it.</summary>
    public bool IsGuess => Evidence == Statistics;

    /// <summary>Whether it is UTF-8.</summary>
    public bool IsUtf8 => Encoding.CodePage == Encoding.UTF8.CodePage;

    /// <summary>What to say of the charset in a note, or empty where it is plain UTF-8.</summary>
    public string Remark => Evidence.Length == 0 ? "" : $"{Name} ({Evidence})";
}
