using ArmsClassifier.Training;

namespace ArmsClassifier.Benchmarks;

/// <summary>
/// The body passages of <c>data/passages/*.csv</c> in a shuffled order that is the same in every run, handed out round and round: too many
/// for the processor to learn by heart.
/// </summary>
internal sealed class Corpus
{
    private const int Seed = 20_240_229;

    private readonly string[] _passages;
    private int _next;

    private Corpus(string[] passages) => _passages = passages;

    /// <summary>Mean length of a passage in UTF-16 characters.</summary>
    public double MeanChars => _passages.Average(passage => passage.Length);

    /// <summary>Reads the passages.</summary>
    /// <exception cref="DataFormatException">A row cannot be used.</exception>
    public static Corpus Read()
    {
        var errors = new List<TableError>();
        IReadOnlyList<LabelledPassage> rows = LabelledTable.ReadAll([Repository.PathOf("data", "passages")], errors);
        if (errors.Count > 0)
        {
            throw new DataFormatException(errors[0].ToString());
        }

        string[] passages = [.. rows.Where(row => row.Role == PassageRole.Body).Select(row => row.Text)];
        new Random(Seed).Shuffle(passages);
        return new Corpus(passages);
    }

    /// <summary>The next passage; the first follows the last.</summary>
    public string Next()
    {
        string passage = _passages[_next];
        _next = _next + 1 < _passages.Length ? _next + 1 : 0;
        return passage;
    }
}
