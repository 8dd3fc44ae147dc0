namespace ArmsClassifier.MLNet.Pipelines;

/// <summary>What reading concepts adds to a row.</summary>
internal sealed class ConceptsOutput
{
    /// <summary>The classes of the lexicon that the passage names, each as often as it does, with blanks between.</summary>
    public ReadOnlyMemory<char> ArmsConcepts { get; set; }
}
