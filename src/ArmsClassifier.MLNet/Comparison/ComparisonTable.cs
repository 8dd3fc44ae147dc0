using System.Globalization;

namespace ArmsClassifier.MLNet;

/// <summary>A comparison as a table in Markdown.</summary>
public static class ComparisonTable
{
    /// <summary>The table's head.</summary>
    /// <param name="test">What the table for testing is called; null where there is none.</param>
    public static string Head(string? test)
    {
        string names = $"| trainer | features | macro-F1 | interval | macro-F1, feed tables |{(test is null ? "" : $" macro-F1, {test} | accuracy, {test} |")} training, CPU s | CPU us / passage | MB/s | file, MB |";
        return $"{names}\n|{string.Concat(Enumerable.Repeat("---|", names.Count(c => c == '|') - 1))}";
    }

    /// <summary>The row of a trainer.</summary>
    public static string Row(ComparedTrainer trainer)
    {
        ArgumentNullException.ThrowIfNull(trainer);
        string test = trainer.Test is { } report ? string.Create(CultureInfo.InvariantCulture, $" {report.MacroF1:F3} | {report.Accuracy:F3} |") : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {trainer.Name} | {trainer.Features} | {trainer.HeldOut.MacroF1:F3} | {trainer.HeldOut.MacroF1Low:F3} to {trainer.HeldOut.MacroF1High:F3} | {trainer.HeldOutFeed.MacroF1:F3} |{test} {trainer.TrainingTime.TotalSeconds:F1} | {trainer.Speed.MicrosecondsPerPassage:F1} | {trainer.Speed.MegabytesPerSecond:F1} | {trainer.Bytes / 1e6:F1} |");
    }
}
