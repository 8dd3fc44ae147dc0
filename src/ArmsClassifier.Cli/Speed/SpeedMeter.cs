using System.Diagnostics;

namespace ArmsClassifier.Cli.Speed;

/// <summary>Labels passages that are in memory, over and over, against the clock.</summary>
/// <param name="classifier">The classifier.</param>
/// <param name="passages">The passages.</param>
internal sealed class SpeedMeter(Classifier classifier, string[] passages)
{
    private const int Slices = 5;
    private const int PassagesBetweenLooks = 64;

    // The runtime compiles code anew once it has run for a while; on a busy machine that takes its time.
    private const int MinWarmUpPassages = 20_000;
    private const int MaxWarmUpTimes = 5;

    /// <summary>Seconds a passage and bytes allocated for it on one thread: the median of five equal stretches of time.</summary>
    /// <param name="seconds">How long to measure; warming up before takes half as long, or up to five times as long on a slow machine.</param>
    /// <param name="cancellation">Stops it.</param>
    public (double Seconds, double AllocatedBytes) OneCore(double seconds, CancellationToken cancellation)
    {
        var probabilities = new double[classifier.Model.Labels.Count];
        long began = Stopwatch.GetTimestamp();
        long warmUp = Rate(seconds / 2, 0, probabilities, cancellation).Passages;
        while (warmUp < MinWarmUpPassages && Stopwatch.GetElapsedTime(began).TotalSeconds < seconds * MaxWarmUpTimes && !cancellation.IsCancellationRequested)
        {
            warmUp += Rate(seconds / Slices, warmUp, probabilities, cancellation).Passages;
        }

        long allocated = GC.GetAllocatedBytesForCurrentThread();
        Span<double> rates = stackalloc double[Slices];
        long labelled = 0;
        for (int i = 0; i < Slices; i++)
        {
            (long count, double took) = Rate(seconds / Slices, labelled, probabilities, cancellation);
            labelled += count;
            rates[i] = took / count;
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        cancellation.ThrowIfCancellationRequested();
        rates.Sort();
        return (rates[Slices / 2], allocated / (double)labelled);
    }

    /// <summary>Seconds a passage with a thread for each core.</summary>
    /// <param name="seconds">How long to measure.</param>
    /// <param name="cores">How many threads.</param>
    /// <param name="cancellation">Stops it.</param>
    public double AllCores(double seconds, int cores, CancellationToken cancellation)
    {
        double passagesPerSecond = 0;
        var gate = new Lock();
        Thread[] threads = [.. Enumerable.Range(0, cores).Select(core => new Thread(() =>
        {
            (long count, double took) = Rate(seconds, passages.LongLength * core / cores, new double[classifier.Model.Labels.Count], cancellation);
            lock (gate)
            {
                passagesPerSecond += count / took;
            }
        }))];
        foreach (Thread thread in threads)
        {
            thread.Start();
        }

        foreach (Thread thread in threads)
        {
            thread.Join();
        }

        cancellation.ThrowIfCancellationRequested();
        return 1 / passagesPerSecond;
    }

    /// <summary>Labels passages, round and round from the one at <paramref name="start"/>, until the time is up or the command is cancelled.</summary>
    private (long Passages, double Seconds) Rate(double seconds, long start, double[] probabilities, CancellationToken cancellation)
    {
        int next = (int)(start % passages.Length);
        long count = 0;
        long began = Stopwatch.GetTimestamp();
        double took;
        do
        {
            for (int i = 0; i < PassagesBetweenLooks; i++)
            {
                classifier.Classify(passages[next], probabilities);
                next = next + 1 < passages.Length ? next + 1 : 0;
            }

            count += PassagesBetweenLooks;
            took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        }
        while (took < seconds && !cancellation.IsCancellationRequested);
        return (count, took);
    }
}
