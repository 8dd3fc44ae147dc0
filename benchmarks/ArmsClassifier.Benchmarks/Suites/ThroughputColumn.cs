using System.Globalization;
using ArmsClassifier.Benchmarks.Passages;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Mathematics;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;

namespace ArmsClassifier.Benchmarks.Suites;

/// <summary>Megabytes (10^6) of text a second on one core; a UTF-16 character counts as one byte, as it does in an ASCII file.</summary>
internal sealed class ThroughputColumn : IColumn
{
    private const double BytesPerNanosecondInMegabytesPerSecond = 1_000;

    private static readonly Lazy<double> s_meanChars = new(() => Corpus.Shared.MeanChars);

    /// <inheritdoc/>
    public string Id => nameof(ThroughputColumn);

    /// <inheritdoc/>
    public string ColumnName => "MB/s";

    /// <inheritdoc/>
    public string Legend => "Megabytes (10^6) of text a second; a UTF-16 character counts as one byte";

    /// <inheritdoc/>
    public bool AlwaysShow => true;

    /// <inheritdoc/>
    public ColumnCategory Category => ColumnCategory.Custom;

    /// <inheritdoc/>
    public int PriorityInCategory => 0;

    /// <inheritdoc/>
    public bool IsNumeric => true;

    /// <inheritdoc/>
    public UnitType UnitType => UnitType.Dimensionless;

    /// <inheritdoc/>
    public bool IsAvailable(Summary summary) => true;

    /// <inheritdoc/>
    public bool IsDefault(Summary summary, BenchmarkCase benchmarkCase) => false;

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase) => GetValue(summary, benchmarkCase, summary.Style);

    /// <inheritdoc/>
    public string GetValue(Summary summary, BenchmarkCase benchmarkCase, SummaryStyle style)
    {
        Statistics? statistics = summary[benchmarkCase]?.ResultStatistics;
        return statistics is null || !benchmarkCase.Descriptor.Type.IsDefined(typeof(ThroughputColumnAttribute), inherit: false)
            ? "-"
            : (s_meanChars.Value / statistics.Mean * BytesPerNanosecondInMegabytesPerSecond).ToString("0.0", CultureInfo.InvariantCulture);
    }
}
