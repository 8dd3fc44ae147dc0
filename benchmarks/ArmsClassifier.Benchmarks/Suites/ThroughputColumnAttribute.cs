using ArmsClassifier.Benchmarks.Passages;
using BenchmarkDotNet.Attributes;

namespace ArmsClassifier.Benchmarks.Suites;

/// <summary>Marks benchmarks that take one passage of the <see cref="Corpus"/> per operation, and adds the <see cref="ThroughputColumn"/>.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ThroughputColumnAttribute() : ColumnConfigBaseAttribute(new ThroughputColumn());
