using System.Globalization;
using System.Text;

namespace ArmsClassifier.Benchmarks.Results;

/// <summary>The machine that figures come from.</summary>
/// <param name="Name">Name of its folder below <c>benchmarks/results</c>, such as <c>xeon-2.5ghz-2core</c>.</param>
/// <param name="Description">What a reader is told, such as <c>Intel(R) Xeon(R) Processor @ 2.50GHz, 2 cores</c>.</param>
internal sealed record Machine(string Name, string Description)
{
    private const string ProcessorFacts = "/proc/cpuinfo";
    private const string ModelFact = "model name";

    // What makers write in every name.
    private static readonly string[] s_fillers = ["intel", "amd", "processor", "cpu", "core", "tm", "r", "with", "radeon", "graphics"];

    /// <summary>This machine.</summary>
    public static Machine Here() => Of(ProcessorName(), Environment.ProcessorCount);

    /// <summary>The machine with <paramref name="cores"/> of the processor called <paramref name="processor"/>.</summary>
    public static Machine Of(string processor, int cores)
    {
        var name = new StringBuilder();
        foreach (string word in processor.ToLowerInvariant().Split([' ', '(', ')', '@', '/', '\\', '_', '-'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!s_fillers.Contains(word, StringComparer.Ordinal))
            {
                name.Append(Rounded(word)).Append('-');
            }
        }

        name.Append(CultureInfo.InvariantCulture, $"{cores}core");
        return new Machine(name.ToString(), string.Create(CultureInfo.InvariantCulture, $"{processor}, {cores} cores"));
    }

    // 2.50GHz is 2.5ghz to whoever looks for a folder.
    private static string Rounded(string word) =>
        word.EndsWith("ghz", StringComparison.Ordinal) && double.TryParse(word.AsSpan(0, word.Length - 3), NumberStyles.Float, CultureInfo.InvariantCulture, out double speed)
            ? string.Create(CultureInfo.InvariantCulture, $"{speed:0.##}ghz")
            : word;

    private static string ProcessorName()
    {
        string? line = File.Exists(ProcessorFacts) ? File.ReadLines(ProcessorFacts).FirstOrDefault(line => line.StartsWith(ModelFact, StringComparison.Ordinal)) : null;
        return line is null ? System.Runtime.InteropServices.RuntimeInformation.ProcessArchitecture.ToString() : line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
    }
}
