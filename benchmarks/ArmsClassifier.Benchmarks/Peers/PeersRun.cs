using ArmsClassifier.Benchmarks.Passages;
using ArmsClassifier.Benchmarks.Results;
using ArmsClassifier.Cli.Speed;
using ArmsClassifier.Training;

namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>One comparison: its text, in a temporary folder, and who takes part.</summary>
internal sealed class PeersRun : IDisposable
{
    private const int Seed = 20_240_229;
    private const long CharsInMegabyte = 1_000_000;
    private const int SlowMegabytes = 6;

    private readonly LabelledPassage[] _rows;
    private readonly string[] _labels;
    private readonly RaceText _text;
    private readonly List<Contender> _contenders = [.. OwnContenders.All()];
    private readonly List<string> _skipped = [];

    /// <summary>Writes the text.</summary>
    /// <param name="megabytes">How much of it.</param>
    public PeersRun(int megabytes)
    {
        Folder = Directory.CreateTempSubdirectory("peers-").FullName;
        _rows = [.. LabelledPassages.Read()];
        _labels = [.. _rows.Select(row => row.Label).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] passages = RecombinedPassages.Of(_rows.Where(row => row.Role == PassageRole.Body).Select(row => row.Text), megabytes * CharsInMegabyte);

        // What learns from one row after the other must not see them sorted.
        new Random(Seed).Shuffle(_rows);
        _text = new RaceText(
            TextFiles.Write(Folder, "all", passages),
            TextFiles.Write(Folder, "slow", passages[..(passages.Length * SlowMegabytes / megabytes)]),
            TextFiles.Write(Folder, "first", passages[..1]));
    }

    /// <summary>Where text and models are.</summary>
    public string Folder { get; }

    /// <summary>Lets a peer take part, or says why it does not.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="program">The program that was named, or null.</param>
    /// <param name="command">What it is called on the path.</param>
    /// <param name="train">Trains it.</param>
    public void Add(string name, string? program, string command, Func<string, IEnumerable<Contender>> train)
    {
        try
        {
            Console.WriteLine($"training {name}");
            _contenders.AddRange([.. train(program ?? OnPath(command) ?? throw new PeerException($"there is no '{command}' on the path; install it, or name a build with --{command}"))]);
        }
        catch (PeerException failure)
        {
            _skipped.Add($"{name}: {failure.Message}");
            Console.WriteLine($"skipped {_skipped[^1]}");
        }
    }

    /// <summary>Trains fastText.</summary>
    public IEnumerable<Contender> TrainFastText(string program) => FastText.Train(program, Folder, TextFiles.WriteFastText(Folder, _rows));

    /// <summary>Trains Vowpal Wabbit.</summary>
    public IEnumerable<Contender> TrainVowpalWabbit(string program) =>
        VowpalWabbit.Train(program, Folder, TextFiles.WriteVowpalWabbit(Folder, _rows, _labels), _labels.Length);

    /// <summary>Measures all.</summary>
    /// <param name="turns">How often each.</param>
    /// <exception cref="PeerException">The library or the tool itself failed.</exception>
    public PeersReport Measure(int turns)
    {
        var provenance = Provenance.Now();
        RaceResult[] results = Race.Run(_contenders, _text, turns, Console.WriteLine);
        foreach (RaceResult failed in results.Where(result => result.Failure is not null))
        {
            _skipped.Add($"{failed.Contender.Name}: {failed.Failure}");
        }

        RaceResult[] sound = [.. results.Where(result => result.Failure is null)];
        return new PeersReport(provenance, _text, sound, _skipped, turns);
    }

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string? OnPath(string command) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, command))
        .FirstOrDefault(File.Exists);
}
