using System.Text;
using System.Text.Json;
using ArmsClassifier.Cli.Speed;
using ArmsClassifier.Training;

namespace ArmsClassifier.Benchmarks.Passages;

/// <summary>The same passages in the form that each tool reads, in a folder of their own.</summary>
internal sealed class TextFiles
{
    private static readonly UTF8Encoding s_utf8 = new(false);

    private readonly string _folder;

    private TextFiles(string folder, string name)
    {
        _folder = folder;
        Name = name;
    }

    /// <summary>What the files are called, without ending.</summary>
    public string Name { get; }

    /// <summary>UTF-8 bytes of the passages alone.</summary>
    public long Bytes { get; private init; }

    /// <summary>How many passages there are.</summary>
    public int Count { get; private init; }

    /// <summary>One passage a line; what fastText reads, too.</summary>
    public string Lines => Path.Combine(_folder, Name + ".txt");

    /// <summary>One passage a line after the name of its namespace, for Vowpal Wabbit.</summary>
    public string VowpalWabbit => Path.Combine(_folder, Name + ".vw");

    /// <summary>One JSON object a line, with a <c>text</c>.</summary>
    public string Jsonl => Path.Combine(_folder, Name + ".jsonl");

    /// <summary>Writes passages without labels.</summary>
    public static TextFiles Write(string folder, string name, IReadOnlyList<string> passages)
    {
        var files = new TextFiles(folder, name) { Bytes = passages.Sum(passage => (long)s_utf8.GetByteCount(passage)), Count = passages.Count };
        Write(files.Lines, passages);
        Write(files.VowpalWabbit, passages.Select(passage => "|t " + WithoutSigns(passage)));
        Write(files.Jsonl, passages.Select(passage => $$"""{"text":{{JsonSerializer.Serialize(passage)}}}"""));
        return files;
    }

    /// <summary>Writes labelled passages as fastText trains on them.</summary>
    public static string WriteFastText(string folder, IEnumerable<LabelledPassage> rows) =>
        Write(Path.Combine(folder, "train.txt"), rows.Select(row => $"__label__{row.Label} {RecombinedPassages.OneLine(row.Text)}"));

    /// <summary>Writes labelled passages as Vowpal Wabbit trains on them: labels are numbers from 1.</summary>
    public static string WriteVowpalWabbit(string folder, IEnumerable<LabelledPassage> rows, string[] labels) =>
        Write(Path.Combine(folder, "train.vw"), rows.Select(row => $"{Array.IndexOf(labels, row.Label) + 1} |t {WithoutSigns(RecombinedPassages.OneLine(row.Text))}"));

    private static string Write(string path, IEnumerable<string> lines)
    {
        using var writer = new StreamWriter(path, append: false, s_utf8) { NewLine = "\n" };
        foreach (string line in lines)
        {
            writer.WriteLine(line);
        }

        return path;
    }

    // The two signs that mean something in a line of Vowpal Wabbit.
    private static string WithoutSigns(string passage) => passage.Replace('|', ' ').Replace(':', ' ');
}
