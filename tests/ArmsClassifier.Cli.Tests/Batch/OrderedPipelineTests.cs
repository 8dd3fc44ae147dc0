using ArmsClassifier.Cli.Batch;

namespace ArmsClassifier.Cli.Tests.Batch;

public sealed class OrderedPipelineTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(8)]
    public void Results_come_in_the_order_of_the_input_whichever_is_done_first(int workers)
    {
        using var pipeline = new OrderedPipeline<int, int[]>(Enumerable.Range(0, 5000), _ => 30_000, workers, () => Slowly, Stop);

        pipeline.Results(Stop).SelectMany(result => result).ShouldBe(Enumerable.Range(0, 5000));

        static int[] Slowly(IReadOnlyList<int> inputs)
        {
            Thread.SpinWait(inputs[0] % 7 * 1000);
            return [.. inputs];
        }
    }

    [Fact]
    public void Reading_and_working_wait_for_the_one_who_takes()
    {
        int read = 0;
        using var pipeline = new OrderedPipeline<int, int[]>(Count(), _ => 1 << 20, 2, () => inputs => [.. inputs], Stop);

        IEnumerator<int[]> results = pipeline.Results(Stop).GetEnumerator();
        results.MoveNext().ShouldBeTrue();
        SpinWait.SpinUntil(() => Volatile.Read(ref read) > 1000, TimeSpan.FromMilliseconds(200)).ShouldBeFalse();

        IEnumerable<int> Count()
        {
            for (int i = 0; i < 1_000_000; i++)
            {
                Volatile.Write(ref read, i);
                yield return i;
            }
        }
    }

    [Fact]
    public void A_failure_of_reader_or_worker_comes_after_the_results_before_it()
    {
        int taken = 0;
        using (var pipeline = new OrderedPipeline<int, int[]>(Enumerable.Range(0, 100), _ => 1 << 16, 4, () => Fail, Stop))
        {
            Should.Throw<InvalidDataException>(() => Take(pipeline));
        }

        taken.ShouldBe(50);
        taken = 0;
        using (var pipeline = new OrderedPipeline<int, int[]>(Enumerable.Range(0, 60).Concat(Enumerable.Range(60, 1).Select<int, int>(_ => throw new IOException("cable"))), _ => 1 << 16, 4, () => inputs => [.. inputs], Stop))
        {
            Should.Throw<IOException>(() => Take(pipeline));
        }

        taken.ShouldBe(60);

        static int[] Fail(IReadOnlyList<int> inputs) => inputs.Contains(50) ? throw new InvalidDataException() : [.. inputs];

        void Take(OrderedPipeline<int, int[]> pipeline)
        {
            foreach (int[] result in pipeline.Results(Stop))
            {
                taken += result.Length;
            }
        }
    }

    [Fact]
    public void It_can_be_cancelled_while_it_waits()
    {
        using var cancel = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        using var pipeline = new OrderedPipeline<int, int>(Waiting(), _ => 1, 2, () => inputs => inputs[0], cancel.Token);
        Task taking = Task.Run(() => pipeline.Results(cancel.Token).ToList(), Stop);

        cancel.Cancel();

        Should.Throw<OperationCanceledException>(() => taking.GetAwaiter().GetResult());
        never.Set();

        IEnumerable<int> Waiting()
        {
            yield return 1;
            never.Wait();
        }
    }
}
