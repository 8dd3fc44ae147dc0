using System.Globalization;

namespace ArmsClassifier.Packages.Tests.Figures;

/// <summary>How long a process takes from its start to its end: on the clock, and of the processor (user and system), in milliseconds.</summary>
internal readonly record struct StartTime(double Clock, double Processor)
{
    /// <summary>
    /// Runs every command in turn, several times over, and takes the medians of each: what else the machine does then disturbs all alike.
    /// The first turn does not count: it fills the caches of the disk.
    /// </summary>
    public static async Task<StartTime[]> Medians(string folder, IEnumerable<(string Name, string Value)> environment, string[] commands, int turns)
    {
        List<StartTime>[] times = [.. commands.Select(_ => new List<StartTime>())];
        for (int turn = 0; turn <= turns; turn++)
        {
            for (int i = 0; i < commands.Length; i++)
            {
                StartTime time = await Once(folder, environment, commands[i]);
                if (turn > 0)
                {
                    times[i].Add(time);
                }
            }
        }

        return [.. times.Select(of => new StartTime(Median(of.Select(time => time.Clock)), Median(of.Select(time => time.Processor))))];
    }

    private static async Task<StartTime> Once(string folder, IEnumerable<(string Name, string Value)> environment, string command)
    {
        Outcome run = (await Command.Run(folder, environment, "bash", "-c", $"TIMEFORMAT='%3R %3U %3S'; time {command} > /dev/null")).ShouldSucceed();
        double[] seconds = [.. run.Error.Trim().Split('\n')[^1].Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
        return new StartTime(1000 * seconds[0], 1000 * (seconds[1] + seconds[2]));
    }

    private static double Median(IEnumerable<double> values)
    {
        double[] ordered = [.. values.Order()];
        return (ordered[(ordered.Length - 1) / 2] + ordered[ordered.Length / 2]) / 2;
    }
}
