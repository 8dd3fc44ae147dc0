using ArmsClassifier.Training;

namespace ArmsClassifier.Benchmarks.Passages;

/// <summary>The passages that the shipped model was trained on.</summary>
internal static class LabelledPassages
{
    /// <summary>All rows of <c>data/passages/*.csv</c>, in order.</summary>
    /// <exception cref="DataFormatException">A row cannot be used.</exception>
    public static IReadOnlyList<LabelledPassage> Read()
    {
        var errors = new List<TableError>();
        IReadOnlyList<LabelledPassage> rows = LabelledTable.ReadAll([Repository.PathOf("data", "passages")], errors);
        return errors.Count == 0 ? rows : throw new DataFormatException(errors[0].ToString());
    }
}
