namespace ArmsClassifier.Training.Tests.Agreements;

public sealed class AgreementTests
{
    // The worked examples of Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011); a dot is a missing label.
    [Theory]
    [InlineData(0.095, "0100000010", "1110010000")]
    [InlineData(0.692, "aabbdcccedda", "babbbccceddd")]
    [InlineData(0.743, "123321412...", "1233224125.3", ".3332342251.", "12332441251.")]
    public void Alpha_is_that_of_the_published_examples(double alpha, params string[] labels) =>
        Report(labels).Alpha.ShouldBe(alpha, 0.0005);

    // Cohen's table of 20 and 15 agreements, 5 and 10 disagreements: 0.7 observed, 0.5 by chance.
    [Fact]
    public void Kappa_is_what_agreement_has_over_chance()
    {
        string first = new string('y', 25) + new string('n', 25);
        string second = new string('y', 20) + new string('n', 5) + new string('y', 10) + new string('n', 15);

        PairAgreement pair = Report(first, second).Pairs.ShouldHaveSingleItem();

        (pair.First, pair.Second, pair.N).ShouldBe(("A", "B", 50));
        pair.Observed.ShouldBe(0.7, 1e-12);
        pair.Kappa.ShouldBe(0.4, 1e-12);
        pair.KappaLow.ShouldBeInRange(0.05, 0.39);
        pair.KappaHigh.ShouldBeInRange(0.41, 0.75);
    }

    [Fact]
    public void Full_agreement_is_1_and_without_a_second_label_there_is_no_figure()
    {
        Report("abab", "abab").Alpha.ShouldBe(1);
        Report("aaaa", "aaaa").Alpha.ShouldBe(double.NaN);
        Report("aaaa", "aaaa").Pairs[0].Kappa.ShouldBe(double.NaN);
    }

    [Fact]
    public void Passages_of_one_table_only_count_in_no_figure()
    {
        AgreementReport report = Report("ab..", "aabb");

        (report.Items, report.Shared).ShouldBe((4, 2));
        report.Pairs[0].N.ShouldBe(2);
        AnnotatedItem settle = report.Disagreements.ShouldHaveSingleItem();
        settle.Passage.Text.ShouldBe("passage 1");
        settle.Labels.ShouldBe(["b", "a"]);
    }

    [Fact]
    public void A_text_that_stands_several_times_is_matched_in_order()
    {
        LabelledPassage[] first = [Row("Share", "none"), Row("Share", "sale")];
        LabelledPassage[] second = [Row("Share", "none"), Row("Share", "sale"), Row("Share", "block")];

        AgreementReport report = Agreement.Report([("A", first), ("B", second)]);

        (report.Items, report.Shared, report.Disagreements.Count).ShouldBe((3, 2, 0));
    }

    [Fact]
    public void Second_labels_count_where_they_are_asked_for()
    {
        LabelledPassage[] first = [Row("x", "sale"), Row("y", "none")];
        LabelledPassage[] second = [Row("x", "block") with { Also = "sale" }, Row("y", "none")];

        PairAgreement pair = Agreement.Report([("A", first), ("B", second)]).Pairs[0];

        (pair.Observed, pair.Lenient).ShouldBe((0.5, 1));
    }

    [Fact]
    public void One_annotator_or_two_of_one_name_are_refused()
    {
        Should.Throw<ArgumentException>(() => Agreement.Report([("A", [Row("x", "sale")])]));
        Should.Throw<ArgumentException>(() => Agreement.Report([("A", [Row("x", "sale")]), ("A", [Row("x", "sale")])]));
    }

    private static AgreementReport Report(params string[] labels) => Agreement.Report(
    [
        .. labels.Select((given, annotator) => (
            ((char)('A' + annotator)).ToString(),
            (IReadOnlyList<LabelledPassage>)[.. given.Select((label, i) => Row($"passage {i}", label.ToString())).Where(row => row.Label != ".")])),
    ]);

    private static LabelledPassage Row(string text, string label) => new() { Text = text, Label = label, Article = text };
}
