using System.Globalization;
using ArmsClassifier.Features;
using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.Training.Tests;

public sealed class InvarianceTests
{
    private static readonly LexiconEntry[] s_lexicon =
    [
        new("poland", "state", MarkKind.Entity, TermCase.Any),
        new("saudi arabia", "state", MarkKind.Entity, TermCase.Any),
        new("chile", "state", MarkKind.Entity, TermCase.Any),
        new("f 16", "weapon", MarkKind.Entity, TermCase.Any),
        new("f 16", "aircraft", MarkKind.Concept, TermCase.Any),
        new("mig 29", "weapon", MarkKind.Entity, TermCase.Any),
        new("mig 29", "aircraft", MarkKind.Concept, TermCase.Any),
        new("javelin", "weapon", MarkKind.Entity, TermCase.Any),
        new("leopard", "weapon", MarkKind.Entity, TermCase.Any),
        new("million", "magnitude", MarkKind.Number, TermCase.Any),
    ];

    [Fact]
    public void Every_entity_becomes_another_of_its_kind_and_the_rest_stays()
    {
        EntitySwapper swapper = Swapper();
        for (ulong seed = 0; seed < 50; seed++)
        {
            string swapped = swapper.Swap("Poland, says Poland, buys F-16? No: F-16 and \u00fcber Javelin.", new SplitMix64(seed));
            string[] parts = swapped.Split(", says ");
            string state = parts[0];
            state.ShouldBeOneOf("Poland", "Saudi Arabia", "Chile");
            parts[1].ShouldStartWith($"{state}, buys ");
            string rest = parts[1].Split("No: ")[1];
            parts[1].ShouldBe($"{state}, buys {rest.Split(" and ")[0]}? No: {rest}");
            rest.ShouldBeOneOf([.. from aircraft in (string[])["F 16", "Mig 29"] from missile in (string[])["Javelin", "Leopard"] select $"{aircraft} and \u00fcber {missile}."]);
        }
    }

    [Fact]
    public void The_same_entity_is_swapped_for_the_same_and_the_same_seed_gives_the_same_text()
    {
        EntitySwapper swapper = Swapper();
        const string Text = "Chile and Chile and Saudi Arabia";
        string[] swapped = [.. Enumerable.Range(0, 30).Select(seed => swapper.Swap(Text, new SplitMix64((ulong)seed)))];
        swapped.ShouldAllBe(text => text.Split(" and ")[0] == text.Split(" and ")[1]);
        swapped.Distinct().Count().ShouldBeGreaterThan(3);
        swapper.Swap(Text, new SplitMix64(7)).ShouldBe(swapped[7]);
    }

    [Fact]
    public void Sums_keep_their_places_and_years_stay()
    {
        string swapped = Swapper().Swap("In 1998 it paid $1,250.50 million and 12 percent.", new SplitMix64(3));
        swapped.ShouldStartWith("In 1998 it paid $");
        swapped.ShouldNotBe("In 1998 it paid $1,250.50 million and 12 percent.");
        swapped.Length.ShouldBe("In 1998 it paid $1,250.50 million and 12 percent.".Length);
        swapped.ShouldNotContain('0');
    }

    [Fact]
    public void A_text_without_entities_is_not_counted()
    {
        InvarianceReport report = Invariance.Report(TrainedNews.Classifier, [Row("soup butter garlic oven")], s_lexicon);
        report.ShouldBe(new InvarianceReport(0, 0));
        report.FlipRate.ShouldBe(0);
    }

    [Fact]
    public void A_model_that_masks_names_does_not_move()
    {
        using var folder = new TempFolder();
        folder.Write("lexicon/trees.csv", "term,class,kind,case\nalder,tree,entity,\nbirch,tree,entity,\n");
        LexiconEntry[] trees = [new("alder", "tree", MarkKind.Entity, TermCase.Any), new("birch", "tree", MarkKind.Entity, TermCase.Any)];
        LabelledPassage[] rows = [.. Enumerable.Range(0, 80).Select(i => Row(i % 2 == 0 ? $"alder soup {i % 7}" : $"birch goal {i % 5}") with
        {
            Label = i % 2 == 0 ? "cooking" : "sport", Article = i.ToString(CultureInfo.InvariantCulture),
        })];

        InvarianceReport report = Invariance.Report(TrainedNews.Load(Trainer.Train(rows, Path.Combine(folder.Root, "lexicon")).Model), rows, trees);

        report.Flips.ShouldBe(0);
        report.Passages.ShouldBeGreaterThan(60);
    }

    private static LabelledPassage Row(string text) => new() { Text = text, Label = "cooking", Article = "a" };

    private static EntitySwapper Swapper()
    {
        LexiconBuilder lexicon = LexiconBuilder.Build(["says minister buys"], s_lexicon, new TrainingSettings());
        return new EntitySwapper(lexicon.Lexicon, s_lexicon);
    }
}
