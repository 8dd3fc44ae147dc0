namespace ArmsClassifier.Samples.Tests;

/// <summary>The code that a document shows.</summary>
internal static class Readme
{
    private const string Fence = "```";

    /// <summary>The lines of the C# block that follows the marker <c>&lt;!-- sample: name --&gt;</c>, without white space; empty where there is none.</summary>
    public static string[] Sample(string document, string name) =>
    [
        .. document.Split('\n')
            .Select(line => line.Trim())
            .SkipWhile(line => line != $"<!-- sample: {name} -->")
            .Skip(1)
            .SkipWhile(line => line.Length == 0)
            .TakeWhile((line, i) => i == 0 ? line == $"{Fence}csharp" : line != Fence)
            .Skip(1)
            .Select(WithoutSpace)
            .Where(line => line.Length > 0),
    ];

    /// <summary>The first of <paramref name="lines"/> that does not stand in <paramref name="code"/> after those before it; null where all do.</summary>
    public static string? FirstMissing(IEnumerable<string> lines, string code)
    {
        using IEnumerator<string> left = code.Split('\n').Select(WithoutSpace).GetEnumerator();
        return lines.FirstOrDefault(line => !Reaches(left, line));
    }

    private static bool Reaches(IEnumerator<string> lines, string line)
    {
        while (lines.MoveNext())
        {
            if (lines.Current == line)
            {
                return true;
            }
        }

        return false;
    }

    private static string WithoutSpace(string line) => string.Concat(line.Where(c => !char.IsWhiteSpace(c)));
}
