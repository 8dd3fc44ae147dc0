using ArmsClassifier.Features;

namespace ArmsClassifier.Tests.Features;

public sealed class ClassSetTests
{
    [Fact]
    public void A_set_is_what_a_hash_set_of_the_same_classes_is()
    {
        var random = new Random(23);
        for (int round = 0; round < 300; round++)
        {
            HashSet<int> expected = Random(random);
            ClassSet set = Of(expected);

            Members(set).ShouldBe(expected.Order());
            set.IsEmpty.ShouldBe(expected.Count == 0);
            for (int mark = 0; mark < ClassSet.Capacity; mark++)
            {
                set.Has(mark).ShouldBe(expected.Contains(mark));
                set.Rank(mark).ShouldBe(expected.Count(m => m < mark));
            }
        }
    }

    [Fact]
    public void Either_and_both_are_union_and_intersection()
    {
        var random = new Random(24);
        for (int round = 0; round < 300; round++)
        {
            HashSet<int> a = Random(random);
            HashSet<int> b = Random(random);
            Members(Of(a) | Of(b)).ShouldBe(a.Union(b).Order());
            Members(Of(a) & Of(b)).ShouldBe(a.Intersect(b).Order());
        }
    }

    [Fact]
    public void Sets_of_the_same_classes_are_equal_in_whatever_order_they_came()
    {
        int[] marks = [255, 0, 63, 64, 127, 128, 191, 192];
        Of(marks).ShouldBe(Of(marks.Order()));
        Of(marks).GetHashCode().ShouldBe(Of(marks.Order()).GetHashCode());
        Of(marks).With(63).ShouldBe(Of(marks));
        Of(marks).ShouldNotBe(Of(marks[1..]));
    }

    [Fact]
    public void The_empty_set_and_that_of_all_have_none_and_all()
    {
        default(ClassSet).IsEmpty.ShouldBeTrue();
        Members(default).ShouldBeEmpty();
        ClassSet.All.IsEmpty.ShouldBeFalse();
        Members(ClassSet.All).ShouldBe(Enumerable.Range(0, ClassSet.Capacity));
    }

    [Fact]
    public void A_class_that_has_no_bit_is_refused() => Should.Throw<ArgumentOutOfRangeException>(() => default(ClassSet).With(ClassSet.Capacity));

    private static HashSet<int> Random(Random random) => [.. Enumerable.Range(0, random.Next(100)).Select(_ => random.Next(ClassSet.Capacity))];

    private static ClassSet Of(IEnumerable<int> marks) => marks.Aggregate(default(ClassSet), (set, mark) => set.With(mark));

    private static List<int> Members(ClassSet set)
    {
        var members = new List<int>();
        foreach (int mark in set)
        {
            members.Add(mark);
        }

        return members;
    }
}
