using System.Diagnostics.Metrics;

namespace ArmsClassifier.Extensions.Tests;

/// <summary>Runs while no other test does: others listen to traces, and a collection that they cause may empty the array pool.</summary>
[Collection(nameof(Alone))]
public sealed class AllocationTests : IDisposable
{
    private const int Passages = 1_000;
    private const int MaxAttempts = 3;

    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_listeners_a_passage_costs_no_allocation()
    {
        using var meters = new Meters();
        AllocatedBytes(meters).ShouldBe(0);
    }

    [Fact]
    public void With_listeners_to_meters_a_passage_costs_no_allocation_either()
    {
        using var meters = new Meters();
        long heard = 0;
        using var listener = new MeterListener { InstrumentPublished = (instrument, l) => l.EnableMeasurementEvents(instrument) };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => heard += value);
        listener.SetMeasurementEventCallback<double>((_, _, _, _) => heard++);

        long allocated = AllocatedBytes(meters, listener.Start);

        allocated.ShouldBe(0);
        heard.ShouldBeGreaterThanOrEqualTo(2 * 2 * Passages, "each passage is counted and timed");
    }

    [Fact]
    public void Without_listeners_results_and_articles_cost_what_the_classifier_costs()
    {
        using var meters = new Meters();
        using ClassifierSource source = Source(meters);
        var article = new Article { Id = "a", Passages = [new Passage(ModelFolder.Text), new Passage("It delivers.")] };
        Classifier classifier = source.Current;

        Least(() => source.Classify(ModelFolder.Text)).ShouldBe(Least(() => classifier.Classify(ModelFolder.Text)));
        Least(() => source.Classify(article)).ShouldBe(Least(() => classifier.Classify(article)));
    }

    private long AllocatedBytes(Meters meters, Action? listen = null)
    {
        using ClassifierSource source = Source(meters);
        listen?.Invoke();
        var probabilities = new double[5];
        return Least(() => source.Classify(ModelFolder.Text, probabilities));
    }

    private ClassifierSource Source(Meters meters) => new(new ArmsClassifierOptions { ModelPath = _folder.Model }, meters: meters);

    /// <summary>What runs of an action allocate after as many to warm up; the least of a few attempts, as in the tests of the core.</summary>
    private static long Least(Action action)
    {
        long least = long.MaxValue;
        for (int attempt = 0; attempt < MaxAttempts && least > 0; attempt++)
        {
            Repeat(action);
            long before = GC.GetAllocatedBytesForCurrentThread();
            Repeat(action);
            least = Math.Min(least, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        return least;
    }

    private static void Repeat(Action action)
    {
        for (int i = 0; i < Passages; i++)
        {
            action();
        }
    }
}
