using System.CommandLine;
using System.Globalization;

namespace ArmsClassifier.Cli;

/// <summary>The option that says which mix of labels the feed at hand has.</summary>
internal static class PriorOption
{
    /// <summary>The option.</summary>
    public static Option<Dictionary<string, double>> Create() => new("--prior")
    {
        Description = "Share of a label in this feed, where it differs from what the model assumes; may be repeated",
        HelpName = "LABEL=SHARE",
        Arity = ArgumentArity.ZeroOrMore,
        CustomParser = result =>
        {
            var prior = new Dictionary<string, double>(StringComparer.Ordinal);
            foreach (string value in result.Tokens.Select(token => token.Value))
            {
                int at = value.LastIndexOf('=');
                if (at < 1 || !double.TryParse(value.AsSpan(at + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out double share) || !prior.TryAdd(value[..at], share))
                {
                    result.AddError($"--prior '{value}'; expected a label and its share, each label once, such as none=0.9");
                }
            }

            return prior;
        },
    };
}
