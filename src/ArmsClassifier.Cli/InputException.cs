namespace ArmsClassifier.Cli;

/// <summary>An input that was named is not there, or there is none.</summary>
internal sealed class InputException(string message) : Exception(message)
{
    /// <summary>Refuses the first of <paramref name="paths"/> that is neither a file nor a folder.</summary>
    /// <exception cref="InputException">There is one.</exception>
    public static void ThrowIfMissing(IEnumerable<string> paths)
    {
        foreach (string path in paths)
        {
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                throw new InputException($"{path}: no file or folder of that name; check the path");
            }
        }
    }
}
