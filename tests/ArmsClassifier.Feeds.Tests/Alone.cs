namespace ArmsClassifier.Feeds.Tests;

/// <summary>The collection of the tests that measure memory: they run one at a time, while no other test does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
