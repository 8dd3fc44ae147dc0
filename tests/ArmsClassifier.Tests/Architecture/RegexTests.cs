using System.Text.RegularExpressions;

namespace ArmsClassifier.Tests.Architecture;

/// <summary>No pattern of the product can be made to run for ever by what it is matched against.</summary>
public sealed partial class RegexTests
{
    private static readonly string[] s_folders = ["src", "samples", "benchmarks"];
    private static readonly string[] s_bounds = ["NonBacktracking", "matchTimeout", "TimeSpan."];

    [Fact]
    public void Every_pattern_of_the_product_is_free_of_backtracking_or_has_a_timeout()
    {
        IReadOnlyList<string>? files = Repository.TrackedFiles();
        Assert.SkipWhen(files is null, "only git knows which files are tracked, and this folder is no git checkout");
        string[] folders = [.. s_folders.Select(name => Checkout.PathOf(name) + Path.DirectorySeparatorChar)];

        string[] sources =
        [
            .. files!.Where(file => file.EndsWith(".cs", StringComparison.Ordinal)
                && folders.Any(folder => file.StartsWith(folder, StringComparison.Ordinal))),
        ];

        sources.Length.ShouldBeGreaterThan(100);
        sources.SelectMany(file => Unbounded(File.ReadAllText(file)).Select(use => $"{Path.GetRelativePath(Checkout.Folder, file)}: {use}")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("var a = new Regex(\"(a+)+b\");", 1)]
    [InlineData("bool b = Regex.IsMatch(text, \"(a+)+b\", RegexOptions.None);", 1)]
    [InlineData("[GeneratedRegex(\"(a+)+b\")] private static partial Regex A();", 1)]
    [InlineData("var a = new Regex(\"a\", RegexOptions.NonBacktracking); var c = new Regex(\"c\");", 1)]
    [InlineData("var a = new Regex(\"a\", RegexOptions.None, TimeSpan.FromSeconds(1));", 0)]
    [InlineData("[GeneratedRegex(\"a\", RegexOptions.None, matchTimeoutMilliseconds: 100)] private static partial Regex A();", 0)]
    [InlineData("[GeneratedRegex(\"a\", RegexOptions.NonBacktracking)] private static partial Regex A();", 0)]
    [InlineData("A type Regex that is only spoken of.", 0)]
    public void A_pattern_without_bound_is_found(string source, int count) => Unbounded(source).Count.ShouldBe(count);

    /// <summary>The uses of patterns in a source that nothing bounds: each up to the end of its statement or attribute.</summary>
    private static List<string> Unbounded(string source)
    {
        var uses = new List<string>();
        foreach (Match use in Use().Matches(source))
        {
            int end = source.IndexOfAny([';', ']'], use.Index);
            string statement = source[use.Index..(end < 0 ? source.Length : end)];
            if (!s_bounds.Any(bound => statement.Contains(bound, StringComparison.Ordinal)))
            {
                uses.Add(statement);
            }
        }

        return uses;
    }

    [GeneratedRegex(
        @"new\s+Regex\s*\(|\bRegex\.(IsMatch|Match|Matches|Replace|Split|Count|EnumerateMatches|EnumerateSplits)\s*\(|\bGeneratedRegex\s*\(",
        RegexOptions.NonBacktracking)]
    private static partial Regex Use();
}
