namespace ArmsClassifier.Training.Tests;

public sealed class TrainerInputTests
{
    [Fact]
    public void A_table_without_rows_is_refused() => Refusal([]).Message.ShouldContain("0 labels");

    [Fact]
    public void A_single_label_is_refused() =>
        Refusal(SyntheticNews.Relabelled(SyntheticNews.Passages(20), (_, _) => "all")).Message.ShouldContain("at least two");

    [Fact]
    public void Fewer_articles_than_twice_the_folds_are_refused() => Refusal(SyntheticNews.Passages(9)).Message.ShouldContain("9 articles");

    [Fact]
    public void Twice_as_many_articles_as_folds_are_enough() => TrainedNews.Load(Trainer.Train(SyntheticNews.Passages(10)).Model);

    // A line that stands under every article makes near-duplicates of all: there are articles enough, but nothing to hold out.
    [Fact]
    public void Articles_that_are_all_near_duplicates_are_refused()
    {
        const string Footer = "Copyright of the City Paper. No part of this page may be copied or sold without leave.";

        Refusal([.. SyntheticNews.Passages(20).Select(p => p with { Text = $"{p.Text} {Footer}" })]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void Less_than_two_folds_are_refused(int folds) =>
        Should.Throw<ArgumentException>(() => Trainer.Train(SyntheticNews.Passages(20), settings: new TrainingSettings { Folds = folds }));

    [Fact]
    public void A_feed_table_that_no_passage_comes_from_is_refused() =>
        Should.Throw<DataFormatException>(() => Trainer.Train(SyntheticNews.Passages(20), settings: new TrainingSettings { FeedTables = ["nwes"] }));

    [Fact]
    public void More_groups_than_patterns_can_hold_are_refused()
    {
        Dictionary<string, IReadOnlyList<string>> groups = Enumerable.Range(0, 25).ToDictionary(i => $"group {i}", _ => (IReadOnlyList<string>)["money"]);

        Should.Throw<ArgumentException>(() => Trainer.Train(SyntheticNews.Passages(20), settings: new TrainingSettings { Groups = groups }));
    }

    [Fact]
    public void A_negative_number_of_contexts_is_refused() =>
        Should.Throw<ArgumentException>(() => Trainer.Train(SyntheticNews.Passages(20), settings: new TrainingSettings { MaxContexts = -1 }));

    // More would train a model whose file is refused.
    [Fact]
    public void More_contexts_than_a_model_file_holds_are_refused() =>
        Should.Throw<ArgumentException>(() => Trainer.Train(SyntheticNews.Passages(20), settings: new TrainingSettings { MaxContexts = 200_001 }));

    [Fact]
    public void More_classes_than_contexts_can_be_found_of_are_refused_with_the_cure()
    {
        // Of the 256, five are built in.
        string message = Should.Throw<DataFormatException>(() => TrainWithClasses(252, new TrainingSettings())).Message;
        message.ShouldContain("257 classes");
        message.ShouldContain("contextWeight to 0");
    }

    [Theory]
    [InlineData(251, 0.08)]
    [InlineData(252, 0)]
    public void As_many_classes_as_contexts_can_be_found_of_or_more_without_contexts_train_a_model(int classes, double contextWeight)
    {
        Classifier classifier = TrainWithClasses(classes, new TrainingSettings { ContextWeight = contextWeight, MinContextPassages = 2 });
        classifier.Linear.Lexicon.Marks.Length.ShouldBe(classes + 5);
        (classifier.Linear.Contexts > 0).ShouldBe(contextWeight > 0);
    }

    [Fact]
    public void A_damaged_lexicon_is_refused()
    {
        using var folder = new TempFolder();
        folder.Write("lexicon.csv", "term,class,kind,case\nrain,wet,mood,\n");

        Should.Throw<DataFormatException>(() => Trainer.Train(SyntheticNews.Passages(20), folder.Root)).Message.ShouldContain("lexicon.csv:2");
    }

    // Folding gives these one byte a letter; the cases of other scripts, and some emoji, differ in the one bit that the hash of a token ignores.
    [Theory]
    [InlineData("\u0432\u043e\u0434\u0430", "\u0412\u041e\u0414\u0410")]
    [InlineData("\u03b1\u03b2\u03b3", "\u0391\u0392\u0393")]
    [InlineData("\ud83d\ude00", "\ud83d\ude20")]
    public void Words_of_other_scripts_in_both_cases_train_a_model(string lower, string upper)
    {
        LabelledPassage[] rows = [.. SyntheticNews.Passages(20).Select((p, i) => p with { Text = $"{p.Text} {(i % 2 == 0 ? lower : upper)}" })];

        TrainedNews.Load(Trainer.Train(rows).Model).Model.TrainingPassages.ShouldBe(60);
    }

    [Fact]
    public void Passages_without_a_word_train_a_model()
    {
        LabelledPassage[] rows = [.. SyntheticNews.Passages(20).Select((p, i) => i % 5 == 0 ? p with { Text = "-- ! \u200b" } : p)];

        TrainedNews.Load(Trainer.Train(rows).Model).Model.TrainingPassages.ShouldBe(60);
    }

    /// <summary>A model of a lexicon of <paramref name="classes"/> classes, a word of the text or of none in each.</summary>
    private static Classifier TrainWithClasses(int classes, TrainingSettings settings)
    {
        string[] words = ["rain", "goal", "soup"];
        using var folder = new TempFolder();
        IEnumerable<string> lines = Enumerable.Range(0, classes).Select(i => $"{(i < words.Length ? words[i] : $"word{i}")},class{i},concept,");
        folder.Write("lexicon.csv", "term,class,kind,case\n" + string.Join('\n', lines));
        return TrainedNews.Load(Trainer.Train(SyntheticNews.Passages(20), folder.Root, settings).Model);
    }

    private static DataFormatException Refusal(LabelledPassage[] rows) => Should.Throw<DataFormatException>(() => Trainer.Train(rows));
}
