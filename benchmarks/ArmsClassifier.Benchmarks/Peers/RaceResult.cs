using ArmsClassifier.Benchmarks.Passages;

namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>The runs of a contender. All figures are medians over its turns.</summary>
/// <param name="contender">Who it was.</param>
/// <param name="text">What it read.</param>
internal sealed class RaceResult(Contender contender, TextFiles text)
{
    private readonly List<Usage> _full = [];
    private readonly List<Usage> _first = [];

    /// <summary>Who it was.</summary>
    public Contender Contender { get; } = contender;

    /// <summary>What it read.</summary>
    public TextFiles Text { get; } = text;

    /// <summary>Megabytes (10^6) of passages a second, starting and loading left out.</summary>
    public double MegabytesPerSecond => Text.Bytes / 1e6 / Median(Turns.Select(Labelling));

    /// <summary>Microseconds a passage, starting and loading left out.</summary>
    public double MicrosecondsPerPassage => Median(Turns.Select(Labelling)) * 1e6 / Text.Count;

    /// <summary>Megabytes (10^6) of passages a second, starting and loading counted; null where the process does more than labelling.</summary>
    public double? WholeMegabytesPerSecond => Contender.TellsSeconds ? null : Text.Bytes / 1e6 / Median(_full.Select(Seconds));

    /// <summary>Milliseconds on the clock from start to end of a run on one passage.</summary>
    public double FirstAnswerMilliseconds => Median(_first.Select(usage => usage.Wall)) * 1e3;

    /// <summary>The most memory that was resident, in bytes: in a run on the text, or on one passage where the text is held in memory.</summary>
    public double PeakBytes => Median((Contender.TellsSeconds ? _first : _full).Select(usage => (double)usage.PeakBytes));

    /// <summary>How far the slowest turn was from the fastest, as a share of the median.</summary>
    public double Spread => (Turns.Max(Labelling) - Turns.Min(Labelling)) / Median(Turns.Select(Labelling));

    /// <summary>Why it was given up, or null.</summary>
    public string? Failure { get; set; }

    private IEnumerable<int> Turns => Enumerable.Range(0, _full.Count);

    /// <summary>Adds a turn.</summary>
    public void Add(Usage full, Usage first)
    {
        _full.Add(full);
        _first.Add(first);
    }

    /// <summary>How many times as long this takes for a byte as <paramref name="other"/>: the median of the ratios of turns.</summary>
    public double TimesOf(RaceResult other) => Median(Turns.Select(turn => Labelling(turn) / Text.Bytes / (other.Labelling(turn) / other.Text.Bytes)));

    /// <summary>A figure that the process told, or null.</summary>
    public double? Told(string name) => _full.All(usage => OwnMeasure.Told(usage.Output, name) is not null)
        ? Median(_full.Select(usage => OwnMeasure.Told(usage.Output, name)!.Value))
        : null;

    private static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private double Labelling(int turn) => Contender.TellsSeconds
        ? OwnMeasure.Told(_full[turn].Output, OwnMeasure.Seconds) ?? throw new PeerException($"{Contender.Name}: told no seconds")
        : Seconds(_full[turn]) - Seconds(_first[turn]);

    // On one core the processor's time is what the clock shows on an idle machine, and what else the machine does counts less.
    private double Seconds(Usage usage) => Contender.Cores == 1 ? usage.Processor : usage.Wall;
}
