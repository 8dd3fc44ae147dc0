using System.Text;
using ArmsClassifier.Features;

namespace ArmsClassifier.Tests.Features;

public sealed class WordGramsTests
{
    [Fact]
    public void The_grams_of_a_word_are_its_runs_of_three_to_five_bytes_with_its_borders()
    {
        Grams("gun").Select(Spelled).ShouldBe([" gu", " gun", " gun ", "gun", "gun ", "un "], ignoreOrder: true);
        Grams("a").Select(Spelled).ShouldBe([" a "]);
        Grams("").ShouldBeEmpty();
    }

    [Fact]
    public void Case_does_not_count() => Grams("Howitzer").ShouldBe(Grams("hOWITZER"));

    [Fact]
    public void Distinct_grams_have_distinct_keys_and_none_is_zero()
    {
        var spelled = new Dictionary<ulong, string>();
        var random = new Random(21);
        for (int i = 0; i < 5_000; i++)
        {
            string word = new([.. Enumerable.Range(0, 1 + random.Next(12)).Select(_ => (char)random.Next('a', 'e'))]);
            foreach (ulong key in Grams(word))
            {
                key.ShouldNotBe(0UL);
                spelled.TryAdd(key, Spelled(key));
            }
        }

        spelled.Values.Distinct().Count().ShouldBe(spelled.Count);
    }

    [Fact]
    public void A_long_word_is_cut_and_its_grams_fit_the_buffer()
    {
        ulong[] cut = Grams(new string('x', WordGrams.MaxWordBytes));
        cut.Length.ShouldBeLessThanOrEqualTo(WordGrams.MaxGrams);
        Grams(new string('x', 100_000)).ShouldBe(cut);
    }

    [Fact]
    public void Bytes_of_other_scripts_have_grams()
    {
        var keys = new ulong[WordGrams.MaxGrams];
        WordGrams.Write([0xFF, 0x80, 0xA0, 0x91], keys).ShouldBe(4 + 3 + 2);
    }

    private static ulong[] Grams(string word)
    {
        var keys = new ulong[WordGrams.MaxGrams];
        return keys[..WordGrams.Write(Encoding.Latin1.GetBytes(word), keys)];
    }

    private static string Spelled(ulong key)
    {
        int length = (int)(key & 0xFF);
        return new string([.. Enumerable.Range(1, length).Select(i => (char)(byte)(key >> (8 * (length - i + 1))))]);
    }
}
