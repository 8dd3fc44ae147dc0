using System.Globalization;
using System.Text;
using ArmsClassifier.Benchmarks.Results;

namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>What a comparison found, as tables.</summary>
internal sealed class PeersReport
{
    private readonly Provenance _provenance;
    private readonly RaceText _text;
    private readonly IReadOnlyList<RaceResult> _results;
    private readonly RaceResult _memory;
    private readonly RaceResult _lines;

    /// <summary>Takes the results.</summary>
    /// <exception cref="PeerException">Those of the library are not among them.</exception>
    public PeersReport(Provenance provenance, RaceText text, IReadOnlyList<RaceResult> results, IReadOnlyList<string> skipped, int turns)
    {
        _provenance = provenance;
        _text = text;
        _results = results;
        _memory = Of(OwnContenders.InMemory);
        _lines = Of(OwnContenders.Lines);
        Full = Page(skipped, turns);

        RaceResult Of(string name) => results.FirstOrDefault(result => result.Contender.Name == name)
            ?? throw new PeerException(skipped.FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal)) ?? name);
    }

    /// <summary>All tables, as a page of Markdown.</summary>
    public string Full { get; }

    /// <summary>Writes the page, and the short table into the README.</summary>
    /// <returns>What was written.</returns>
    public string Write()
    {
        string readme = Repository.PathOf("README.md");
        ResultFiles.WriteBetweenMarks(readme, Short());
        return $"written: {ResultFiles.Write(_provenance, "peers.md", Full)}, {readme}";
    }

    private string Page(IReadOnlyList<string> skipped, int turns)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"# Speed beside other tools\n\n{_provenance} Written by `benchmarks/peers/run.sh`.\n\n");
        page.Append(CultureInfo.InvariantCulture, $"{_text.Full.Count:N0} distinct passages of {_text.Full.Bytes / (double)_text.Full.Count:0} bytes on average, {_text.Full.Bytes / 1e6:0.0} MB. ");
        page.Append(CultureInfo.InvariantCulture, $"{turns} turns, everyone once in each; medians. One core; processor time, so what else the machine does counts little.\n\n");
        page.Append("| | µs a passage | MB/s | with starting and loading, MB/s | time, library in memory = 1 | time, library line by line = 1 | spread |\n|---|--:|--:|--:|--:|--:|--:|\n");
        foreach (RaceResult result in _results)
        {
            bool isOneCore = result.Contender.Cores == 1;
            page.Append(CultureInfo.InvariantCulture, $"| {result.Contender.Name} | {result.MicrosecondsPerPassage:0.00} | {result.MegabytesPerSecond:0.0} | {Figure(result.WholeMegabytesPerSecond, "0.0")} ");
            page.Append(CultureInfo.InvariantCulture, $"| {Figure(isOneCore ? result.TimesOf(_memory) : null, "0.00")} | {Figure(isOneCore ? result.TimesOf(_lines) : null, "0.00")} | ± {result.Spread / 2:0 %} |\n");
        }

        page.Append("\n| | start to first answer, ms | memory at most, MB | model file, MB |\n|---|--:|--:|--:|\n");
        foreach (RaceResult result in _results)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {result.Contender.Name} | {result.FirstAnswerMilliseconds:0} | {result.PeakBytes / 1e6:0} | {result.Contender.ModelBytes / 1e6:0.0} |\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"\nIn a fresh process the library loads its model in {_memory.Told(OwnMeasure.Load) * 1e3:0} ms, compilation of the code included. ");
        page.Append(CultureInfo.InvariantCulture, $"Labelling a passage into the caller's buffer allocates {_memory.Told(OwnMeasure.Allocated):0} bytes.\n");
        foreach (string line in skipped)
        {
            page.Append(CultureInfo.InvariantCulture, $"\nSkipped: {line}.\n");
        }

        return page.ToString();
    }

    private string Short()
    {
        var table = new StringBuilder("| one core | MB/s | time a passage, library = 1 | first answer, ms | memory, MB | model, MB |\n|---|--:|--:|--:|--:|--:|\n");
        foreach (RaceResult result in _results.Where(result => result.Contender.Cores == 1))
        {
            table.Append(CultureInfo.InvariantCulture, $"| {result.Contender.Name} | {result.MegabytesPerSecond:0} | {result.TimesOf(_memory):0.0} ");
            table.Append(CultureInfo.InvariantCulture, $"| {result.FirstAnswerMilliseconds:0} | {result.PeakBytes / 1e6:0} | {result.Contender.ModelBytes / 1e6:0.0} |\n");
        }

        return table.Append(CultureInfo.InvariantCulture, $"\n{_provenance}\n").ToString();
    }

    private static string Figure(double? value, string format) => value is { } number ? number.ToString(format, CultureInfo.InvariantCulture) : "-";
}
