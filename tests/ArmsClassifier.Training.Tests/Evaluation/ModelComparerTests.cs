namespace ArmsClassifier.Training.Tests.Evaluation;

public sealed class ModelComparerTests
{
    private static readonly LabelledPassage[] s_rows =
        [.. Enumerable.Range(0, 200).Select(i => new LabelledPassage { Text = $"passage {i}", Label = i % 2 == 0 ? "sale" : "none", Article = $"a{i / 2}" })];

    [Fact]
    public void A_model_that_is_right_more_often_is_better()
    {
        ModelDifference difference = ModelComparer.Compare(Right(i => i % 4 != 0), Right(i => i % 10 != 0));

        difference.Verdict.ShouldBe(ModelVerdict.Better);
        difference.MacroF1.ShouldBe(difference.New.MacroF1 - difference.Old.MacroF1, 1e-12);
        difference.MacroF1Low.ShouldBeGreaterThan(0);
        difference.MacroF1High.ShouldBeGreaterThan(difference.MacroF1);
        (difference.PutRight, difference.PutWrong).ShouldBe((40, 10));
        difference.Changed.Count.ShouldBe(50);
    }

    [Fact]
    public void The_other_way_round_it_is_worse()
    {
        ModelDifference difference = ModelComparer.Compare(Right(i => i % 10 != 0), Right(i => i % 4 != 0));

        difference.Verdict.ShouldBe(ModelVerdict.Worse);
        (difference.PutRight, difference.PutWrong).ShouldBe((10, 40));
    }

    [Fact]
    public void Models_that_trade_errors_are_not_told_apart()
    {
        ModelDifference difference = ModelComparer.Compare(Right(i => i % 10 != 0), Right(i => i % 10 != 5));

        difference.Verdict.ShouldBe(ModelVerdict.Undecided);
        difference.McNemar.ShouldBe(1);
    }

    [Fact]
    public void The_same_model_changes_nothing()
    {
        ModelDifference difference = ModelComparer.Compare(Right(i => i % 3 != 0), Right(i => i % 3 != 0));

        (difference.MacroF1, difference.MacroF1Low, difference.MacroF1High, difference.McNemar).ShouldBe((0, 0, 0, 1));
        difference.Changed.ShouldBeEmpty();
    }

    // Of 10 discordant passages 8 go one way: 2 * (1 + 10 + 45) / 1024.
    [Fact]
    public void McNemars_p_is_exact() =>
        ModelComparer.Compare(Right(i => i is not (< 8)), Right(i => i is not (8 or 9))).McNemar.ShouldBe(112.0 / 1024, 1e-12);

    [Fact]
    public void Predictions_of_other_passages_are_refused() =>
        Should.Throw<ArgumentException>(() => ModelComparer.Compare(Right(_ => true), [.. Right(_ => true).Reverse()]));

    private static Prediction[] Right(Func<int, bool> isRight) =>
        [.. s_rows.Select((row, i) => new Prediction(row, isRight(i) ? row.Label : row.Label == "sale" ? "none" : "sale", 0.9))];
}
