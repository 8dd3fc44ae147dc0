using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Input;

/// <summary>What a command was given to read.</summary>
internal static class ArticleInput
{
    /// <summary>The path that means standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>What standard input is called in messages and records.</summary>
    public const string StandardInputName = "stdin";

    /// <summary>The paths and addresses, or standard input where none is named and it comes from a file or pipe.</summary>
    /// <exception cref="InputException">A path leads nowhere.</exception>
    public static string[] Check(string[] paths)
    {
        InputException.ThrowIfMissing(Files(paths));
        return paths.Length == 0 ? [StandardInput] : paths;
    }

    /// <summary>Those of the inputs that are files or folders.</summary>
    public static IEnumerable<string> Files(IEnumerable<string> paths) => paths.Where(path => path != StandardInput && !WebReader.IsAddress(path));
}
