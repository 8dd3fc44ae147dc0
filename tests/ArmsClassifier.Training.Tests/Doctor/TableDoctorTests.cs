namespace ArmsClassifier.Training.Tests.Doctor;

public sealed class TableDoctorTests
{
    private const string Long = "The council met on Monday evening in the old hall by the river to talk about the new bridge. ";

    private static readonly LabelledPassage[] s_news = SyntheticNews.Passages(60);

    [Fact]
    public void A_table_in_order_has_its_balance_and_hardly_anything_to_look_at()
    {
        Diagnosis diagnosis = TableDoctor.Examine(s_news);

        (diagnosis.Rows, diagnosis.Articles, diagnosis.Unchecked).ShouldBe((180, 60, null));
        diagnosis.Balance.Sum(label => label.Rows).ShouldBe(180);
        diagnosis.Balance.Select(label => label.Label).ShouldBe(SyntheticNews.Labels, ignoreOrder: true);
        diagnosis.Findings.Count(finding => finding.Kind == FindingKind.LikelyError).ShouldBeLessThan(18);
    }

    [Fact]
    public void One_text_with_two_labels_is_a_conflict_and_the_more_frequent_label_is_suggested()
    {
        Finding[] conflicts = Found(FindingKind.Conflict, Row("Tanks were ordered.", "sport", "x"), Row("tanks were  ordered", "sport", "y"), Row("Tanks were ordered", "weather", "z"));

        conflicts.Select(finding => (finding.Passage.Article, finding.Suggested)).ShouldBe([("x", null), ("y", null), ("z", "sport")]);
        conflicts[0].Detail.ShouldContain("sport (2), weather (1)");
    }

    [Fact]
    public void One_text_twice_with_one_label_is_no_conflict() =>
        Found(FindingKind.Conflict, Row("Tanks were ordered.", "sport", "x"), Row("Tanks were ordered.", "sport", "y")).ShouldBeEmpty();

    [Fact]
    public void A_long_run_of_words_in_two_articles_is_a_near_duplicate_of_the_first()
    {
        Finding copy = Found(
            FindingKind.NearDuplicate, Row(Long + "It was cold.", "weather", "a"), Row(Long + "It was late.", "weather", "a"), Row("As we wrote: " + Long, "sport", "b")).ShouldHaveSingleItem();

        copy.Passage.Article.ShouldBe("b");
        copy.Detail.ShouldContain("article a, whose label is weather");
    }

    [Fact]
    public void Rows_without_words_and_furniture_are_found_and_furniture_that_is_marked_is_not()
    {
        LabelledPassage share = Row("Share this article with others", "sport", "x");
        Diagnosis diagnosis = TableDoctor.Examine([.. s_news, Row("Goal!", "sport", "y"), share, share with { Role = PassageRole.Furniture }], isFurniture: text => text.StartsWith("Share", StringComparison.Ordinal));

        diagnosis.Findings.Where(finding => finding.Kind == FindingKind.TooShort).ShouldHaveSingleItem().Passage.Text.ShouldBe("Goal!");
        diagnosis.Findings.Where(finding => finding.Kind == FindingKind.Furniture).ShouldHaveSingleItem().Passage.ShouldBe(share);
    }

    [Fact]
    public void A_row_in_another_language_is_found_unless_the_table_is_in_it()
    {
        LabelledPassage german = Row("Der Bus kommt nicht und die Ampel ist auch nicht an, das ist nicht gut.", "sport", "x");

        Found(FindingKind.NotEnglish, german).ShouldHaveSingleItem().Passage.ShouldBe(german);
        TableDoctor.Examine([german, german, german]).Findings.ShouldNotContain(finding => finding.Kind == FindingKind.NotEnglish);
    }

    [Fact]
    public void A_table_that_cannot_be_cut_into_folds_is_examined_all_the_same()
    {
        Diagnosis diagnosis = TableDoctor.Examine([Row("Tanks were ordered.", "sport", "x"), Row("Tanks were ordered.", "weather", "y")]);

        diagnosis.Unchecked.ShouldNotBeNull().ShouldContain("2 articles");
        diagnosis.Findings.Count(finding => finding.Kind == FindingKind.Conflict).ShouldBe(2);
        TableDoctor.Examine([]).Rows.ShouldBe(0);
    }

    [Fact]
    public void Settings_that_do_not_fit_the_table_are_refused() => Should.Throw<DataFormatException>(() =>
        TableDoctor.Examine(s_news, settings: new TrainingSettings { LabelRoles = new Dictionary<string, LabelRole> { ["cookery"] = LabelRole.Background } }));

    // Of some of the corpus' own tables one row in forty gets a wrong label. By chance a twentieth of them would be found.
    [Fact]
    public void Planted_errors_are_among_the_rows_to_look_at_first()
    {
        var random = new SplitMix64(7);
        var planted = new HashSet<LabelledPassage>();
        LabelledPassage[] rows = [.. LabelledTable.ReadAll(ProjectFiles.PassageTables.Where(table => Path.GetFileName(table) is "wire.csv" or "trade.csv" or "biz.csv"), [])];
        string[] labels = [.. rows.Select(row => row.Label).Distinct().Order(StringComparer.Ordinal)];
        for (int i = 0; i < rows.Length; i += 40)
        {
            string wrong = labels[random.Next(labels.Length)];
            if (wrong != rows[i].Label && wrong != rows[i].Also)
            {
                rows[i] = rows[i] with { Label = wrong };
                planted.Add(rows[i]);
            }
        }

        Diagnosis diagnosis = TableDoctor.Examine(rows, Path.Combine(ProjectFiles.Data, "lexicon"), new TrainingSettings { PairWeight = 0, GramWeight = 0, ContextWeight = 0 });

        planted.Count.ShouldBeGreaterThan(20);
        int found = diagnosis.Findings.Where(finding => finding.Kind == FindingKind.LikelyError).Take(rows.Length / 20).Count(finding => planted.Contains(finding.Passage));
        ((double)found / planted.Count).ShouldBeGreaterThan(0.4, $"{found} of {planted.Count} in the first twentieth");
    }

    private static Finding[] Found(FindingKind kind, params LabelledPassage[] rows) =>
        [.. TableDoctor.Examine([.. s_news, .. rows]).Findings.Where(finding => finding.Kind == kind)];

    private static LabelledPassage Row(string text, string label, string article) => new() { Text = text, Label = label, Article = article };
}
