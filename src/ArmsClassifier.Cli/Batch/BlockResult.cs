using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Batch;

/// <summary>What became of a stretch of the input.</summary>
internal sealed class BlockResult
{
    /// <summary>Where the stretch ends.</summary>
    public required InputPosition End { get; init; }

    /// <summary>Its records, as they go to the output.</summary>
    public required MemoryStream Records { get; init; }

    /// <summary>Its results, where the output is made of all of them together.</summary>
    public List<ArticleResult> Results { get; } = [];

    /// <summary>What there is to say about its items, in order.</summary>
    public List<InputError> Errors { get; } = [];

    /// <summary>How many articles were labelled.</summary>
    public int Articles { get; set; }
}
