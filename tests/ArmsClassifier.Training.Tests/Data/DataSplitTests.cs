namespace ArmsClassifier.Training.Tests;

public sealed class DataSplitTests
{
    private const int Folds = 5;

    private static readonly LabelledPassage[] s_news = SyntheticNews.Passages(100);

    [Fact]
    public void The_passages_of_an_article_share_a_fold()
    {
        int[] folds = DataSplit.Folds(s_news, Folds);

        s_news.Zip(folds).GroupBy(p => p.First.Article).ShouldAllBe(article => article.Select(p => p.Second).Distinct().Count() == 1);
    }

    [Fact]
    public void Every_fold_has_about_its_share()
    {
        int[] folds = DataSplit.Folds(s_news, Folds);

        Enumerable.Range(0, Folds).ShouldAllBe(fold => folds.Count(f => f == fold) >= 54 && folds.Count(f => f == fold) <= 66);
    }

    [Fact]
    public void Articles_that_share_a_run_of_words_share_a_fold_even_by_way_of_a_third()
    {
        const string Run = "Nine, of TEN caf\u00e9s in the old town; closed: their doors early";
        const string Other = "the mayor will open a new bridge over the river this coming monday";
        LabelledPassage[] linked =
        [
            .. Enumerable.Range(0, 12).Select(i => Alone($"linked:{i:00}", i switch
            {
                < 6 => $"word{i} {Run.Replace(",", "", StringComparison.Ordinal)} end{i}",
                6 => $"{Run.ToLowerInvariant()} again. {Other.ToUpperInvariant()}!",
                _ => $"start{i} {Other}.",
            })),
        ];
        LabelledPassage[] all = [.. s_news, .. linked];

        int[] folds = DataSplit.Folds(all, Folds);

        folds[s_news.Length..].Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Articles_of_one_group_share_a_fold_also_across_tables()
    {
        LabelledPassage[] grouped = [.. Enumerable.Range(0, 60).Select(i => Alone($"table{i % 2}:{i}", $"grouped{i} passage{i}") with { Group = $"source{i / 6}" })];

        int[] folds = DataSplit.Folds([.. s_news, .. grouped], Folds)[s_news.Length..];

        grouped.Zip(folds).GroupBy(p => p.First.Group).ShouldAllBe(group => group.Select(p => p.Second).Distinct().Count() == 1);
        folds.Distinct().Count().ShouldBeGreaterThan(2);
    }

    [Fact]
    public void A_run_one_word_shorter_links_nothing()
    {
        LabelledPassage[] apart = [.. Enumerable.Range(0, 40).Select(i => Alone($"apart:{i}", $"x{i} one two three four five six seven eight nine ten eleven y{i}"))];

        DataSplit.Folds(apart, Folds).Distinct().Count().ShouldBe(Folds);
    }

    [Fact]
    public void No_run_of_words_stands_in_two_folds()
    {
        LabelledPassage[] copies = [.. s_news.Take(60).Select((p, i) => p with { Article = $"copy:{i}", Text = "Updated: " + p.Text + " More follows" })];
        LabelledPassage[] all = [.. s_news, .. copies];
        int[] folds = DataSplit.Folds(all, Folds);

        // Independent of the tokenizer: words here are cut at blanks.
        var foldsOfRun = new Dictionary<string, HashSet<int>>();
        for (int i = 0; i < all.Length; i++)
        {
            string[] words = all[i].Text.Split(' ');
            for (int at = 0; at + DataSplit.ShingleWords <= words.Length; at++)
            {
                string run = string.Join(' ', words.AsSpan(at, DataSplit.ShingleWords));
                (foldsOfRun.TryGetValue(run, out HashSet<int>? seen) ? seen : foldsOfRun[run] = []).Add(folds[i]);
            }
        }

        foldsOfRun.Values.ShouldAllBe(seen => seen.Count == 1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_of_rows_does_not_matter(ulong seed)
    {
        LabelledPassage[] all = [.. s_news, .. s_news.Take(50).Select((p, i) => p with { Article = $"copy:{i % 9}" })];
        LabelledPassage[] shuffled = SyntheticNews.Shuffled(all, seed);

        FoldByArticle(shuffled).ShouldBe(FoldByArticle(all), ignoreOrder: true);
    }

    private static List<(string Article, int Fold)> FoldByArticle(LabelledPassage[] rows) =>
        [.. rows.Select(p => p.Article).Zip(DataSplit.Folds(rows, Folds)).Distinct()];

    private static LabelledPassage Alone(string article, string text) => new() { Article = article, Text = text, Label = "x" };
}
