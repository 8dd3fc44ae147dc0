using ArmsClassifier.Benchmarks.Passages;

namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>The texts that contenders are measured on.</summary>
/// <param name="Full">What throughput is measured on.</param>
/// <param name="Slow">A shorter text, for those that would take minutes.</param>
/// <param name="First">One passage: what is left is starting and loading.</param>
internal sealed record RaceText(TextFiles Full, TextFiles Slow, TextFiles First);

/// <summary>
/// Measures contenders turn by turn, so that each of them meets the machine in every mood and ratios are between runs that were neighbours.
/// </summary>
internal static class Race
{
    /// <summary>Runs them.</summary>
    /// <param name="contenders">Whom to measure.</param>
    /// <param name="text">What on.</param>
    /// <param name="turns">How often each.</param>
    /// <param name="say">Receives a line for each turn.</param>
    /// <returns>The results, in the order of the contenders; one that failed is given up.</returns>
    public static RaceResult[] Run(IReadOnlyList<Contender> contenders, RaceText text, int turns, Action<string> say)
    {
        RaceResult[] results = [.. contenders.Select(contender => new RaceResult(contender, contender.IsSlow ? text.Slow : text.Full))];

        // The first turn brings files into the cache of the system, and does not count.
        for (int turn = 0; turn <= turns; turn++)
        {
            say(turn == 0 ? "warming up" : $"turn {turn} of {turns}");
            foreach (RaceResult result in results.Where(result => result.Failure is null))
            {
                try
                {
                    Turn(result, text.First, counts: turn > 0);
                }
                catch (PeerException failure)
                {
                    result.Failure = failure.Message;
                }
            }
        }

        return results;
    }

    private static void Turn(RaceResult result, TextFiles one, bool counts)
    {
        Contender contender = result.Contender;
        string cores = Cores(contender.Cores);
        Usage first = PinnedProcess.Run(cores, contender.Command(contender.Form(one)));
        Usage full = PinnedProcess.Run(cores, contender.Command(contender.Form(result.Text)), contender.TellsSeconds);
        if (counts)
        {
            result.Add(full, first);
        }
    }

    // The last cores: the first ones serve most of what else goes on.
    private static string Cores(int count) => string.Join(',', Enumerable.Range(Math.Max(0, Environment.ProcessorCount - count), count));
}
