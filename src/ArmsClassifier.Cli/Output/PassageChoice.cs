namespace ArmsClassifier.Cli.Output;

/// <summary>What passage records hold.</summary>
/// <param name="WithEvidence">Whether they explain the label.</param>
/// <param name="WithText">Whether they repeat the passage.</param>
/// <param name="WithFurniture">Whether page furniture, which is not classified, has records too.</param>
internal readonly record struct PassageChoice(bool WithEvidence, bool WithText, bool WithFurniture)
{
    /// <summary>The passages of <paramref name="result"/> that get a record, with their places in the article.</summary>
    public IEnumerable<(int Index, Passage Passage, PassageResult? Result)> Of(ArticleResult result)
    {
        for (int i = 0; i < result.Passages.Count; i++)
        {
            (Passage passage, PassageResult? found) = result.Passages[i];
            if (found is not null || WithFurniture)
            {
                yield return (i, passage, found);
            }
        }
    }
}
