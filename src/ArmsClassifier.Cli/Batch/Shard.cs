using System.CommandLine;
using System.Globalization;

namespace ArmsClassifier.Cli.Batch;

/// <summary>One of several equal parts of an input: every so manieth entry. All parts together hold each entry once.</summary>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Of">How many parts there are.</param>
internal readonly record struct Shard(int Number, int Of)
{
    /// <summary>The whole input.</summary>
    public static Shard Whole => new(1, 1);

    /// <summary>The option that asks for a part.</summary>
    public static Option<Shard> Option() => new("--shard")
    {
        Description = "Label only every n-th article, beginning with the i-th; the n parts together are the whole, so machines can share an input",
        HelpName = "i/n",
        DefaultValueFactory = _ => Whole,
        CustomParser = result =>
        {
            string value = result.Tokens[0].Value;
            if (TryParse(value) is { } shard)
            {
                return shard;
            }

            result.AddError($"--shard '{value}'; expected a part and how many there are, such as 1/4");
            return Whole;
        },
    };

    /// <summary>Index of the first entry of this part among entries of which <paramref name="before"/> went before.</summary>
    public int First(long before) => (int)((Number - 1 - (before % Of) + Of) % Of);

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Number}/{Of}");

    private static Shard? TryParse(string value)
    {
        int slash = value.IndexOf('/');
        return slash > 0
            && int.TryParse(value.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && int.TryParse(value.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int of)
            && number >= 1 && number <= of
            ? new Shard(number, of)
            : null;
    }
}
