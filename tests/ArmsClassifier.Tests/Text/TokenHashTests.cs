using ArmsClassifier.Text;

namespace ArmsClassifier.Tests.Text;

public sealed class TokenHashTests
{
    [Fact]
    public void Case_does_not_count()
    {
        foreach (string token in (string[])["a", "Arms", "EMBARGO", "Howitzers", "Counterproliferation", "F16", "AntiAircraftMissiles"])
        {
            TokenHash.Of(token).ShouldBe(TokenHash.Of(token.ToLowerInvariant()));
            TokenHash.Of(token).ShouldBe(TokenHash.Of(token.ToUpperInvariant()));
        }
    }

    [Fact]
    public void Short_words_and_all_their_prefixes_and_neighbours_differ()
    {
        var hashes = new Dictionary<ulong, string>();
        foreach (string stem in (string[])["", "a", "an", "arm", "howitze", "helicopter", "seventeenletters"])
        {
            for (int number = 0; number < 20_000; number++)
            {
                string token = $"{stem}{number}";
                hashes.TryAdd(TokenHash.Of(token), token).ShouldBeTrue(token);
            }
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(64)]
    [InlineData(1000)]
    public void Every_character_and_the_length_of_a_long_token_count(int length)
    {
        string token = new('a', length);
        var hashes = new HashSet<ulong> { TokenHash.Of(token), TokenHash.Of(token + "a") };
        for (int i = 0; i < length; i++)
        {
            hashes.Add(TokenHash.Of(string.Concat(token.AsSpan(0, i), "b", token.AsSpan(i + 1)))).ShouldBeTrue($"character {i}");
        }
    }

    [Fact]
    public void What_follows_a_token_does_not_count()
    {
        for (int length = 1; length <= 40; length++)
        {
            byte[] padded = new byte[length + 8];
            Array.Fill(padded, (byte)'q', 0, length);
            ulong alone = TokenHash.Of(padded, 0, length);
            Array.Fill(padded, (byte)0xFF, length, 8);
            TokenHash.Of(padded, 0, length).ShouldBe(alone, $"length {length}");
        }
    }

    [Fact]
    public void A_hash_does_not_depend_on_where_the_token_stands()
    {
        byte[] padded = [.. "----Counterproliferation"u8, .. new byte[8]];
        TokenHash.Of(padded, 4, padded.Length - 12).ShouldBe(TokenHash.Of("counterproliferation"));
    }

    [Fact]
    public void Hashes_stay_what_shipped_models_were_built_with()
    {
        TokenHash.Of("arms").ShouldBe(0x736D7261UL);
        TokenHash.Of("missiles").ShouldBe(0x73656C697373696DUL);
    }

    [Fact]
    public void No_hash_is_zero()
    {
        var random = new Random(14);
        var padded = new byte[48];
        for (int i = 0; i < 20_000; i++)
        {
            random.NextBytes(padded);
            TokenHash.Of(padded, 0, 1 + random.Next(40)).ShouldNotBe(0UL);
        }
    }
}
