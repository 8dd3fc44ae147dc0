namespace ArmsClassifier.Extensions.Tests;

/// <summary>The collection of the tests that measure memory or need many threads: they run one at a time, while no other test does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
