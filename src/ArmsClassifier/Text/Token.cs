namespace ArmsClassifier.Text;

/// <summary>A run of letters and digits, or a currency or percent sign, in a folded text.</summary>
internal struct Token
{
    /// <summary>Hash of the token without regard to case (<see cref="TokenHash"/>).</summary>
    public ulong Hash;

    /// <summary>Index of its first folded byte.</summary>
    public int Start;

    /// <summary>Index after its last folded byte.</summary>
    public int End;

    /// <summary>Number of its folded bytes.</summary>
    public readonly int Length => End - Start;
}
