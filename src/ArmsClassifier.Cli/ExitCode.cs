namespace ArmsClassifier.Cli;

/// <summary>What the command tells its caller when it ends.</summary>
internal static class ExitCode
{
    /// <summary>Everything that was asked is done; also when the reader of a pipe has seen enough.</summary>
    public const int Done = 0;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>Some items of the input are bad; the rest is written.</summary>
    public const int BadItems = 65;

    /// <summary>An input is not there or cannot be opened.</summary>
    public const int NoInput = 66;

    /// <summary>The output cannot be written.</summary>
    public const int WriteFailed = 74;

    /// <summary>The user stopped the command; no half file is left.</summary>
    public const int Cancelled = 130;
}
