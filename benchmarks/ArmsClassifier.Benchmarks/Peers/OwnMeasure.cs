using System.Diagnostics;
using System.Globalization;

namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>What the library does in a process of its own, which <see cref="Race"/> starts.</summary>
internal static class OwnMeasure
{
    /// <summary>Seconds of processor time for the text.</summary>
    public const string Seconds = "seconds";

    /// <summary>Bytes allocated for a passage.</summary>
    public const string Allocated = "allocated";

    /// <summary>Seconds on the clock for the first load of the model.</summary>
    public const string Load = "load";

    /// <summary>Labels passages that are in memory, once to warm up and once for the clock, and tells the seconds.</summary>
    public static int InMemory(string file)
    {
        long began = Stopwatch.GetTimestamp();
        Classifier classifier = Classifier.LoadBundled();
        double load = Stopwatch.GetElapsedTime(began).TotalSeconds;
        Tell(Load, load);
        var probabilities = new double[classifier.Model.Labels.Count];
        Twice(File.ReadAllLines(file), passages =>
        {
            foreach (string passage in passages)
            {
                classifier.Classify(passage, probabilities);
            }
        });
        return 0;
    }

    /// <summary>Labels passages once to warm up and once for the clock, and tells the seconds of processor time and the bytes allocated.</summary>
    public static void Twice(string[] passages, Action<string[]> label)
    {
        label(passages);
        long allocated = GC.GetTotalAllocatedBytes(precise: true);
        TimeSpan before = Environment.CpuUsage.TotalTime;
        label(passages);
        TimeSpan after = Environment.CpuUsage.TotalTime;
        allocated = GC.GetTotalAllocatedBytes(precise: true) - allocated;
        Tell(Seconds, (after - before).TotalSeconds);
        Tell(Allocated, allocated / (double)passages.Length);
    }

    /// <summary>The figure that a process told, or null.</summary>
    public static double? Told(string output, string name)
    {
        foreach (string line in output.Split('\n'))
        {
            if (line.StartsWith(name + " ", StringComparison.Ordinal))
            {
                return double.Parse(line.AsSpan(name.Length + 1), CultureInfo.InvariantCulture);
            }
        }

        return null;
    }

    private static void Tell(string name, double value) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name} {value}"));
}
