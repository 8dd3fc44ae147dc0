using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ArmsClassifier.Training.Tests;

public sealed partial class ReportPageTests
{
    private static readonly string s_page = ReportPage.Write(TrainedNews.Result);

    [Fact]
    public void The_page_is_one_well_formed_file_without_script_or_outside_resource()
    {
        XElement html = Parse(s_page);

        html.Descendants("script").ShouldBeEmpty();
        html.Descendants("link").ShouldBeEmpty();
        html.Descendants().Attributes().Where(a => a.Name.LocalName is "src" or "href" || a.Name.LocalName.StartsWith("on", StringComparison.Ordinal)).ShouldBeEmpty();
        html.Descendants("meta").Attributes("content").Select(a => a.Value).ShouldContain("default-src 'none'; style-src 'unsafe-inline'");
    }

    [Fact]
    public void The_figures_are_those_of_the_run()
    {
        TrainingResult result = TrainedNews.Result;
        XElement html = Parse(s_page);
        html.Descendants("b").Select(b => b.Value).ShouldContain(result.Report.MacroF1.ToString("F3", CultureInfo.InvariantCulture));
        string[][] cells = [.. html.Descendants("table").First().Elements("tr").Skip(1).Select(row => row.Elements("td").Select(cell => cell.Value).ToArray())];
        cells.Select(row => row[0]).ShouldBe(result.Info.Labels);
        foreach (string[] row in cells)
        {
            int of = result.Report.PerLabel[row[0]].N;
            row[1..^4].Sum(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ShouldBe(of);
            row[^4].ShouldBe(of.ToString(CultureInfo.InvariantCulture));
        }
    }

    [Fact]
    public void Every_plot_has_its_lines_inside_its_frame()
    {
        XElement[] plots = [.. Parse(s_page).Descendants("svg")];
        plots.Length.ShouldBe(4);
        foreach (XElement plot in plots)
        {
            double[] box = [.. plot.Attribute("viewBox")!.Value.Split(' ').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
            XElement[] lines = [.. plot.Descendants("polyline")];
            lines.ShouldNotBeEmpty();
            foreach (string point in lines.SelectMany(line => line.Attribute("points")!.Value.Split(' ')))
            {
                double[] at = [.. point.Split(',').Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
                at[0].ShouldBeInRange(0, box[2]);
                at[1].ShouldBeInRange(0, box[3]);
            }
        }
    }

    [Fact]
    public void Text_of_the_corpus_cannot_break_the_page()
    {
        LabelledPassage[] rows = [.. SyntheticNews.Relabelled(SyntheticNews.Passages(40), (i, p) => i % 9 == 0 ? "sport" : p.Label == "sport" ? "<b>ball</b>" : p.Label)
            .Select(p => p with { Text = p.Text + " <script>alert(1)</script> & \"quoted\" \u20ac" })];

        XElement html = Parse(ReportPage.Write(Trainer.Train(rows, settings: new TrainingSettings { ModelName = "<i>x</i>" })));

        html.Descendants("script").ShouldBeEmpty();
        html.Descendants("i").ShouldBeEmpty();
        html.Descendants("blockquote").ShouldNotBeEmpty();
        html.Descendants("blockquote").First().Value.ShouldContain("<script>alert(1)</script> & \"quoted\" \u20ac");
    }

    [Fact]
    public void The_culture_does_not_matter()
    {
        CultureInfo culture = CultureInfo.CurrentCulture;
        var other = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (other.NumberFormat.NumberDecimalSeparator, other.NumberFormat.NumberGroupSeparator) = (",", ".");
        try
        {
            CultureInfo.CurrentCulture = other;
            ReportPage.Write(TrainedNews.Result).ShouldBe(s_page);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    [Fact]
    public void What_decides_is_said_in_words()
    {
        TrainedNews.Result.TopFeatures.Keys.ShouldBe(SyntheticNews.Labels);
        foreach (string label in SyntheticNews.Labels)
        {
            IReadOnlyList<NamedWeight> features = TrainedNews.Result.TopFeatures[label];
            features.ShouldNotBeEmpty();
            features.Select(f => f.Weight).ShouldBe(features.Select(f => f.Weight).OrderDescending());
        }

        TrainedNews.Result.TopFeatures["sport"].ShouldContain(f => f.Feature == "\u201cgoal\u201d" || f.Feature == "\u201cscored\u201d" || f.Feature == "\u201cstriker\u201d");
    }

    [Fact]
    public void The_learning_curve_ascends_in_passages_to_the_folds_own_training()
    {
        IReadOnlyList<LearningPoint> curve = TrainedNews.Result.LearningCurve;
        curve.Count.ShouldBe(4);
        curve.Select(p => p.Passages).ShouldBe(curve.Select(p => p.Passages).Order());
        curve[^1].Passages.ShouldBeInRange(200, 280);
        curve.ShouldAllBe(p => p.MacroF1 > 0 && p.MacroF1 <= 1);
    }

    /// <summary>The page as XML: the tags without an end are given one.</summary>
    private static XElement Parse(string page) => XDocument.Parse(VoidTags().Replace(page.Replace("<!DOCTYPE html>\n", "", StringComparison.Ordinal), "<$1/>")).Root!;

    [GeneratedRegex("<(meta[^>]*)>", RegexOptions.NonBacktracking)]
    private static partial Regex VoidTags();
}
