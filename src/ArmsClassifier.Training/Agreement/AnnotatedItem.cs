namespace ArmsClassifier.Training;

/// <summary>A passage with the labels that several annotators gave it.</summary>
public sealed class AnnotatedItem
{
    internal AnnotatedItem(LabelledPassage passage, string?[] given, string?[] seconds)
    {
        Passage = passage;
        Given = given;
        Seconds = seconds;
    }

    /// <summary>The passage, as the first table that holds it has it.</summary>
    public LabelledPassage Passage { get; }

    /// <summary>The label of each annotator, in their order; null of one whose table lacks the passage.</summary>
    public IReadOnlyList<string?> Labels => Given;

    /// <summary>The labels, to be filled in.</summary>
    internal string?[] Given { get; }

    /// <summary>The second labels, to be filled in.</summary>
    internal string?[] Seconds { get; }

    /// <summary>Whether two annotators agree when second labels count: one's label is the other's first or second.</summary>
    internal bool AreDefensible(int a, int b) => Given[a] == Given[b] || Given[a] == Seconds[b] || Seconds[a] == Given[b];
}
