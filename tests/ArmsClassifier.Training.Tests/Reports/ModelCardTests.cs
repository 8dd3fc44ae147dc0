using System.Globalization;

namespace ArmsClassifier.Training.Tests;

public sealed class ModelCardTests
{
    [Fact]
    public void The_card_has_the_figures_of_the_run()
    {
        TrainingResult result = TrainedNews.Result;

        string card = ModelCard.Write(result);

        card.ShouldContain("# Model card: synthetic\n");
        card.ShouldContain("`cooking`, `sport`, `weather`");
        card.ShouldContain("| training passages | 300 |");
        card.ShouldContain($"`{result.Info.TrainingDataHash}`");
        card.ShouldContain(result.Report.MacroF1.ToString("F3", CultureInfo.InvariantCulture));
        card.ShouldContain("| news | 300 |");
    }

    [Fact]
    public void Every_row_has_the_columns_of_its_table_whatever_the_labels()
    {
        LabelledPassage[] rows = SyntheticNews.Relabelled(SyntheticNews.Passages(30), (_, p) => p.Label == "sport" ? "ball|game" : p.Label);

        int columns = 0;
        foreach (string line in ModelCard.Write(Trainer.Train(rows)).Split('\n'))
        {
            int bars = line.Replace("\\|", "", StringComparison.Ordinal).Count(c => c == '|');
            (columns == 0 || bars == 0 || bars == columns).ShouldBeTrue(line);
            columns = bars;
        }
    }

    [Fact]
    public void The_culture_does_not_matter()
    {
        string before = ModelCard.Write(TrainedNews.Result);
        CultureInfo culture = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator) = (",", ".");
        try
        {
            CultureInfo.CurrentCulture = other;
            ModelCard.Write(TrainedNews.Result).ShouldBe(before);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }
}
