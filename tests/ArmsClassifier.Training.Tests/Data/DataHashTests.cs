using ArmsClassifier.Features;

namespace ArmsClassifier.Training.Tests;

public sealed class DataHashTests
{
    private static readonly LabelledPassage s_row = new()
    {
        Text = "text",
        Label = "label",
        Also = "also",
        Article = "article",
        Position = 1,
        Role = PassageRole.Title,
    };

    private static readonly LexiconEntry s_term = new("rain", "wet", MarkKind.Concept, TermCase.Any);

    private static readonly string s_hash = DataHash.Of([s_row], [s_term]);

    [Fact]
    public void It_has_64_lower_case_hexadecimal_digits() => s_hash.ShouldMatch("^[0-9a-f]{64}$");

    [Fact]
    public void The_order_of_the_lexicon_does_not_matter()
    {
        LexiconEntry other = s_term with { Term = "hail" };

        DataHash.Of([s_row], [s_term, other]).ShouldBe(DataHash.Of([s_row], [other, s_term]));
    }

    [Fact]
    public void Every_change_of_a_passage_changes_it()
    {
        LabelledPassage[] changed =
        [
            s_row with { Text = "text." }, s_row with { Label = "Label" }, s_row with { Also = null }, s_row with { Article = "b" },
            s_row with { Position = 2 }, s_row with { Role = PassageRole.Body }, s_row with { Label = "labe", Also = "lalso" },
        ];

        AllDiffer(changed.Select(row => DataHash.Of([row], [s_term])));
        DataHash.Of([s_row, s_row], [s_term]).ShouldNotBe(s_hash);
        DataHash.Of([], [s_term]).ShouldNotBe(s_hash);
    }

    [Fact]
    public void Every_change_of_the_lexicon_changes_it()
    {
        LexiconEntry[] changed =
        [
            s_term with { Term = "Rain" }, s_term with { Class = "dry" }, s_term with { Kind = MarkKind.Entity }, s_term with { Case = TermCase.Upper },
        ];

        AllDiffer(changed.Select(term => DataHash.Of([s_row], [term])));
        DataHash.Of([s_row], []).ShouldNotBe(s_hash);
    }

    private static void AllDiffer(IEnumerable<string> hashes) => hashes.Append(s_hash).ShouldBeUnique();
}
