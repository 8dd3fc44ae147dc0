namespace ArmsClassifier.Samples.Tests;

public sealed class MLNetPipelineTests
{
    [Fact]
    public void It_labels_rows_of_a_view_after_saving_and_loading()
    {
        string[] lines = Sample.Lines("MLNetPipeline");
#if MLNET
        lines.Length.ShouldBe(2);
        lines[0].ShouldMatch(@"^sale [01]\.\d\d: Norway ordered three more patrol aircraft\.$");
        lines[1].ShouldStartWith("none ");
#else
        lines.ShouldHaveSingleItem().ShouldContain("-p:MLNet=true");
#endif
    }
}
