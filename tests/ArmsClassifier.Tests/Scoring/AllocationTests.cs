using ArmsClassifier.Tests.Model;

namespace ArmsClassifier.Tests.Scoring;

/// <summary>Runs while no other test does: a collection that others cause may empty the array pool.</summary>
[Collection(nameof(Alone))]
public sealed class AllocationTests
{
    private const int Passages = 1_000;
    private const int MaxAttempts = 3;

    [Theory]
    [InlineData("Poland signed a contract on Monday to buy 96 Apache helicopters for $10 billion from the United States, officials said.")]
    [InlineData(
        "Sz\u0142omo\u2019s \u201Cho\u00ADwitzers\u201D \u2014 \u20AC3 million caf\u00E9 \uD83D\uDE80 vetoed in Gda\u0144sk, " +
        "\u0440\u0430\u043A\u0435\u0442\u044B\u2026")]
    [InlineData("Die Regierung hat die Ausfuhr von Panzern nach Katar nicht genehmigt, und der Minister will sich nicht \u00E4u\u00DFern.")]
    [InlineData("qwxz kjhgf zxcvb mnbvc")]
    [InlineData("")]
    public void A_passage_costs_no_allocation(string text)
    {
        AllocatedBytes(Bundled.Classifier, text).ShouldBe(0);
        AllocatedBytes(SmallModel.Load(), text).ShouldBe(0);
    }

    [Fact]
    public void Passages_of_every_length_cost_no_allocation()
    {
        for (int length = 1; length <= Classifier.MaxPassageChars; length *= 2)
        {
            foreach (string word in (string[])["arms ", "\u00E9rms "])
            {
                string text = string.Concat(Enumerable.Repeat(word, length))[..length];
                AllocatedBytes(Bundled.Classifier, text, passages: 20).ShouldBe(0, $"{length} characters of {word}");
            }
        }
    }

    /// <summary>
    /// What <paramref name="passages"/> passages allocate after as many to warm up. What they allocate themselves shows in every attempt;
    /// the array pool, which a collection of the test host may empty in the middle, does not.
    /// </summary>
    private static long AllocatedBytes(Classifier classifier, string text, int passages = Passages)
    {
        long least = long.MaxValue;
        for (int attempt = 0; attempt < MaxAttempts && least > 0; attempt++)
        {
            Classify(classifier, text, passages);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Classify(classifier, text, passages);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static void Classify(Classifier classifier, string text, int passages)
    {
        Span<double> probabilities = stackalloc double[classifier.Model.Labels.Count];
        for (int i = 0; i < passages; i++)
        {
            classifier.Classify(text, probabilities);
        }
    }
}
