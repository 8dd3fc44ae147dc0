using System.Text;
using System.Text.RegularExpressions;

namespace ArmsClassifier.Tests.Architecture;

/// <summary>What no file of the repository may hold.</summary>
public sealed partial class SourceTextTests
{
    private static readonly string[] s_sources = [".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".yml", ".sh", ".js", ".css"];

    [Fact]
    public void No_source_file_leaves_work_undone() => Offences(IsSource, Undone()).ShouldBeEmpty();

    [Fact]
    public void No_source_file_folds_code_away() => Offences(IsSource, Region()).ShouldBeEmpty();

    [Fact]
    public void No_text_file_names_a_place_on_someones_machine() => Offences(_ => true, MachinePath()).ShouldBeEmpty();

    private static List<string> Offences(Func<string, bool> chosen, Regex offence)
    {
        IReadOnlyList<string>? files = Repository.TrackedFiles();
        Assert.SkipWhen(files is null, "only git knows which files are tracked, and this folder is no git checkout");
        var offences = new List<string>();
        foreach (string file in files!.Where(chosen))
        {
            byte[] bytes = File.ReadAllBytes(file);
            if (bytes.AsSpan(0, Math.Min(bytes.Length, 8000)).Contains((byte)0))
            {
                continue;
            }

            foreach (Match match in offence.Matches(Encoding.UTF8.GetString(bytes)))
            {
                offences.Add($"{Path.GetRelativePath(Checkout.Folder, file)}: {match.Value} at {match.Index}");
            }
        }

        return offences;
    }

    private static bool IsSource(string file) => s_sources.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase);

    // Written so that the patterns do not find themselves.
    [GeneratedRegex(@"\b(TOD[O]|FIXM[E])\b", RegexOptions.NonBacktracking)]
    private static partial Regex Undone();

    [GeneratedRegex(@"#\s*(end)?regio[n]\b", RegexOptions.NonBacktracking)]
    private static partial Regex Region();

    [GeneratedRegex(
        @"(^|[^\w./])(/(hom[e]|User[s])/\w|/roo[t]/|/wor[k]/(main|shared)|[A-Za-z]:\\+User[s]\\)",
        RegexOptions.NonBacktracking | RegexOptions.Multiline)]
    private static partial Regex MachinePath();
}
