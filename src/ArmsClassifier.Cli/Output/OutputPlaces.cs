namespace ArmsClassifier.Cli.Output;

/// <summary>Keeps outputs from destroying each other and what is read.</summary>
internal static class OutputPlaces
{
    /// <summary>Refuses outputs that share a file with each other or with an input, or that lie in a folder that is read.</summary>
    /// <exception cref="UsageException">They do.</exception>
    public static void Check(IEnumerable<string?> outputs, IEnumerable<string?> inputs)
    {
        string[] read = [.. inputs.OfType<string>().Where(path => path.Length > 0).Select(Place)];
        var written = new HashSet<string>(StringComparer.Ordinal);
        foreach (string output in outputs.OfType<string>())
        {
            if (output.Length == 0)
            {
                throw new UsageException("an output has no name; name a file");
            }

            string place = Place(output);
            if (!place.StartsWith("/dev/", StringComparison.Ordinal) && !written.Add(place))
            {
                throw new UsageException($"{output}: two outputs share this file; name two");
            }

            if (Array.Find(read, input => input == place || (Directory.Exists(input) && place.StartsWith(input + Path.DirectorySeparatorChar, StringComparison.Ordinal))) is { } taken)
            {
                throw new UsageException($"{output}: would be written into what is read ({taken}); write it elsewhere");
            }
        }
    }

    private static string Place(string path)
    {
        string full = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        return File.Exists(full) ? File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full : full;
    }
}
