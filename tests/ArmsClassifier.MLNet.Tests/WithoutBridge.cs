namespace ArmsClassifier.MLNet.Tests;

/// <summary>What is not tested in a build without ML.NET, counted as skipped.</summary>
public sealed class WithoutBridge
{
    private const string Reason = "built without ML.NET; with its packages at hand build with -p:MLNet=true (docs/mlnet.md)";

    [Fact(Skip = Reason)]
    public void Our_trainer_and_that_of_MLNet_agree() => Assert.Fail(Reason);

    [Fact(Skip = Reason)]
    public void The_trainers_of_MLNet_give_models_that_score_as_they_were_fitted() => Assert.Fail(Reason);

    [Fact(Skip = Reason)]
    public void The_transformer_gives_the_results_of_the_classifier() => Assert.Fail(Reason);

    [Fact(Skip = Reason)]
    public void A_saved_pipeline_is_loaded_as_it_was() => Assert.Fail(Reason);

    [Fact(Skip = Reason)]
    public void A_table_goes_through_a_data_view() => Assert.Fail(Reason);

    [Fact(Skip = Reason)]
    public void The_stock_pipelines_are_trained_saved_and_compared() => Assert.Fail(Reason);
}
