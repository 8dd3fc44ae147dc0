namespace ArmsClassifier.Text;

/// <summary>What stands between a token and the one before it.</summary>
internal enum Gap : byte
{
    /// <summary>White space, a hyphen, an apostrophe or nothing.</summary>
    Word,

    /// <summary>A comma, dash, colon, semicolon, quotation mark or bracket.</summary>
    Clause,

    /// <summary>The end of a sentence, or the beginning of the passage.</summary>
    Sentence,
}

/// <summary>A run of letters and digits, or a currency or percent sign, in a folded text.</summary>
/// <param name="Hash">Hash of the token without regard to case (<see cref="TokenHash"/>).</param>
/// <param name="Start">Index of its first folded byte.</param>
/// <param name="Length">Number of its folded bytes.</param>
/// <param name="Gap">What stands before it.</param>
internal readonly record struct Token(ulong Hash, int Start, int Length, Gap Gap)
{
    /// <summary>Index after its last folded byte.</summary>
    public int End => Start + Length;
}
