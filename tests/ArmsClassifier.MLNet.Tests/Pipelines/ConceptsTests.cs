using ArmsClassifier.MLNet.Pipelines;

namespace ArmsClassifier.MLNet.Tests.Pipelines;

public sealed class ConceptsTests
{
    private static readonly string s_model = Convert.ToBase64String(ArmsClassifierEstimator.Bundled());

    [Fact]
    public void Classes_of_words_and_names_are_told_and_those_of_the_lead_besides()
    {
        string[] concepts = Concepts("Poland halted the export. Analysts expect growth in France.");

        concepts.Count(c => c == "state").ShouldBe(2);
        concepts.Count(c => c == "lead:state").ShouldBe(1);
        concepts.ShouldContain("stop-verb");
        concepts.ShouldContain("lead:stop-verb");
        concepts.ShouldNotContain("lead:analyst");
    }

    [Fact]
    public void Text_without_concepts_and_no_text_at_all_have_none()
    {
        Concepts("").ShouldBeEmpty();
        Concepts("Xqzzt blorp.").ShouldBeEmpty();
        Concepts(new string('x', 40_000)).ShouldBeEmpty();
    }

    [Fact]
    public void A_pipeline_that_carries_no_model_is_refused() =>
        Should.Throw<ModelFormatException>(() => ClassifyMapping.Map(new ClassifyInput { Text = "a".AsMemory(), Model = "not base 64".AsMemory() }, new ClassifyOutput()));

    private static string[] Concepts(string text)
    {
        var output = new ConceptsOutput();
        ConceptsMapping.Map(new ClassifyInput { Text = text.AsMemory(), Model = s_model.AsMemory() }, output);
        return output.ArmsConcepts.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
