namespace ArmsClassifier.Training.Tests;

/// <summary>What the project contains it wrote: no passage repeats a stretch of the real news that it was measured on or retold from.</summary>
public sealed class SharedRunTests
{
    // Formulae that any two reports of such an event may share: names of offices and states, stock phrases of agencies.
    private const int AllowedRuns = 20;

    [Fact]
    public void Hardly_a_passage_shares_eight_words_in_a_row_with_real_news_and_none_a_long_run()
    {
        ShingleSet real = ShingleSet.Read(Path.Combine(ProjectFiles.Tests, "Data", "real-news.shingles"));
        real.Count.ShouldBeGreaterThan(100_000);
        var errors = new List<TableError>();
        var shared = LabelledTable.ReadAll(ProjectFiles.PassageTables, errors)
            .Select(row => (Row: row, Runs: real.SharedRuns(row.Text))).Where(found => found.Runs.Count > 0).ToArray();
        shared.Where(found => IsLong(found.Runs)).Select(Name).ShouldBeEmpty();
        shared.Length.ShouldBeLessThanOrEqualTo(AllowedRuns, string.Join('\n', shared.Select(Name)));

        static string Name((LabelledPassage Row, IReadOnlyList<(int, string Words)> Runs) found) => $"{found.Row.Article} {found.Row.Position}: {found.Runs[0].Words}";
    }

    [Fact]
    public void A_shared_run_is_found_wherever_it_begins()
    {
        string[] words = [.. Enumerable.Range(0, 60).Select(i => $"word{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}")];
        var set = new ShingleSet([string.Join(' ', words)]);
        for (int start = 0; start + ShingleSet.FoundRun <= words.Length; start++)
        {
            set.SharedRuns($"Elsewhere, {string.Join(", ", words[start..(start + ShingleSet.FoundRun)]).ToUpperInvariant()}.").ShouldNotBeEmpty();
        }

        for (int start = 0; start + ShingleSet.LongRun <= words.Length; start++)
        {
            IsLong(set.SharedRuns(string.Join(' ', words[start..(start + ShingleSet.LongRun)]))).ShouldBeTrue();
        }

        set.SharedRuns(string.Join(' ', words[..(ShingleSet.Words - 1)])).ShouldBeEmpty();
        set.SharedRuns(string.Join(' ', words.Reverse())).ShouldBeEmpty();
    }

    private static bool IsLong(IReadOnlyList<(int Place, string)> runs) => runs.Any(run => runs.Any(other => other.Place == run.Place + ShingleSet.Step));
}
