using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace ArmsClassifier.Feeds.Tests;

/// <summary>
/// Gives damaged inputs to a reader, the same ones on every machine, and holds it to its time and memory. With the switch
/// <see cref="Switch"/> it is a night's run, whose figures go into <c>docs/reliability.md</c>.
/// </summary>
internal static class FuzzRun
{
    /// <summary>Set to the number of inputs of a night's run, such as 1000000.</summary>
    private const string Switch = "ARMSCLASSIFIER_FUZZ_INPUTS";

    private const int UsualInputs = 20_000;
    private const int InputsBetweenLooks = 256;
    private const long MaxBytes = 512L << 20;
    private const string Section = "Damaged input";

    private static readonly TimeSpan s_maxTime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan s_slowTime = TimeSpan.FromMilliseconds(50);

    /// <summary>After so long an input hangs, and nothing but ending the process tells which.</summary>
    private static readonly TimeSpan s_hangTime = TimeSpan.FromMinutes(2);

    private static readonly string s_introduction = $"""
        Every reader was given inputs damaged at random, the same ones on every machine: bytes changed, removed and doubled, scraps put in, the end cut off.
        None gave an undocumented exception, took longer than one second, or brought the process over {MaxBytes >> 20} MB. An input that takes over 50 ms is read
        three times and its best time counts, as the machine may have been busy. Written by the test `FuzzTests` ({Switch}).

        | input | inputs | slowest, ms | most resident, MB | run |
        |---|--:|--:|--:|---|
        """.ReplaceLineEndings("\n");

    /// <summary>Runs it.</summary>
    /// <param name="name">What is damaged, for messages and the report.</param>
    /// <param name="seeds">Sound inputs, which are damaged in turn.</param>
    /// <param name="scraps">What is put in.</param>
    /// <param name="read">Reads an input, the number of which it is told.</param>
    public static void Run(string name, byte[][] seeds, string[] scraps, Action<byte[], int> read)
    {
        bool isNight = int.TryParse(Environment.GetEnvironmentVariable(Switch), CultureInfo.InvariantCulture, out int inputs);
        inputs = isNight ? inputs : UsualInputs;
        var random = new Xorshift(20_240_517);
        TimeSpan slowest = TimeSpan.Zero;
        long most = 0;
        int current = 0;
        using var watchdog = new Timer(_ => Environment.FailFast($"input {current} of {name} hangs"));
        for (current = 0; current < inputs; current++)
        {
            byte[] input = Damage(seeds[current % seeds.Length], scraps, ref random);
            watchdog.Change(s_hangTime, Timeout.InfiniteTimeSpan);
            TimeSpan time = TimeOf(input, current, read);
            slowest = time > slowest ? time : slowest;
            if (time > s_maxTime)
            {
                Assert.Fail($"input {current} of {name} takes {time}");
            }

            if (current % InputsBetweenLooks == 0)
            {
                // What other tests have left is no memory that is held.
                long held = GC.GetTotalMemory(forceFullCollection: false);
                (held < MaxBytes ? held : GC.GetTotalMemory(forceFullCollection: true)).ShouldBeLessThan(MaxBytes);
                most = isNight ? Math.Max(most, Environment.WorkingSet) : 0;
            }
        }

        if (isNight)
        {
            most.ShouldBeLessThan(MaxBytes);
            ReliabilityReport.WriteRow(Section, s_introduction, string.Create(
                CultureInfo.InvariantCulture, $"| {name} | {inputs:N0} | {slowest.TotalMilliseconds:N0} | {most >> 20} | {ReliabilityReport.Circumstances} |"));
        }
    }

    /// <summary>How long an input takes. A busy machine makes anything slow once, so what is slow is tried again.</summary>
    private static TimeSpan TimeOf(byte[] input, int number, Action<byte[], int> read)
    {
        TimeSpan fastest = TimeSpan.MaxValue;
        for (int tries = 0; tries < 3 && fastest > s_slowTime; tries++)
        {
            long begin = Stopwatch.GetTimestamp();
            read(input, number);
            TimeSpan time = Stopwatch.GetElapsedTime(begin);
            fastest = time < fastest ? time : fastest;
        }

        return fastest;
    }

    private static byte[] Damage(byte[] seed, string[] scraps, ref Xorshift random)
    {
        List<byte> bytes = [.. seed];
        for (int edits = 1 + random.Next(6); edits > 0; edits--)
        {
            int at = random.Next(bytes.Count + 1);
            int length = Math.Min(random.Next(12), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0 when at < bytes.Count:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    bytes.RemoveRange(at, bytes.Count - at);
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(scraps[random.Next(scraps.Length)]));
                    break;
            }
        }

        return [.. bytes];
    }
}
