using System.Globalization;
using System.Runtime.InteropServices;

namespace ArmsClassifier.Feeds.Tests;

/// <summary>Writes what long runs showed into <c>docs/reliability.md</c>, each run into a section of its own.</summary>
internal static class ReliabilityReport
{
    private const string Heading = "## ";

    private static readonly string s_document = Checkout.PathOf("docs", "reliability.md");

    /// <summary>Where and when a run was made, as words for its section.</summary>
    public static string Circumstances => string.Create(
        CultureInfo.InvariantCulture,
        $"{DateTime.UtcNow:yyyy-MM-dd}, .NET {Environment.Version}, {RuntimeInformation.OSDescription.Split('\n')[0]}, {Environment.ProcessorCount} cores");

    /// <summary>Writes a section anew, at its place or at the end.</summary>
    public static void WriteSection(string title, string body)
    {
        List<string> lines = Read();
        (int begin, int end) = Find(lines, title);
        lines.RemoveRange(begin, end - begin);
        lines.InsertRange(begin, [Heading + title, "", .. body.ReplaceLineEndings("\n").Trim('\n').Split('\n'), ""]);
        Write(lines);
    }

    /// <summary>Writes a row of a section's table, in the place of the one with the same first cell, or else by the order of first cells.</summary>
    /// <param name="title">The section.</param>
    /// <param name="introduction">What stands above the table where there is none yet, the table's head included.</param>
    /// <param name="row">The row, as <c>| cell | ... |</c>.</param>
    public static void WriteRow(string title, string introduction, string row)
    {
        List<string> lines = Read();
        (int begin, int end) = Find(lines, title);
        if (begin == end)
        {
            WriteSection(title, introduction + "\n" + row);
            return;
        }

        List<string> section = lines.GetRange(begin, end - begin);
        string key = row[..(row.IndexOf('|', 1) + 1)];
        int rows = section.FindIndex(line => line.StartsWith("|---", StringComparison.Ordinal)) + 1;
        int at = section.FindIndex(rows, line => line.Length == 0 || string.CompareOrdinal(line, key) >= 0);
        if (section[at].StartsWith(key, StringComparison.Ordinal))
        {
            section.RemoveAt(at);
        }

        section.Insert(at, row);
        lines.RemoveRange(begin, end - begin);
        lines.InsertRange(begin, section);
        Write(lines);
    }

    private static (int Begin, int End) Find(List<string> lines, string title)
    {
        int begin = lines.IndexOf(Heading + title);
        int end = begin < 0 ? -1 : lines.FindIndex(begin + 1, line => line.StartsWith(Heading, StringComparison.Ordinal));
        return (begin < 0 ? lines.Count : begin, end < 0 ? lines.Count : end);
    }

    private static List<string> Read() => [.. File.ReadAllText(s_document).TrimEnd('\n').Split('\n'), ""];

    private static void Write(List<string> lines) => File.WriteAllText(s_document, string.Join('\n', lines).TrimEnd('\n') + "\n");
}
