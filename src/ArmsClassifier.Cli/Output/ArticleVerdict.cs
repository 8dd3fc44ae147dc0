using System.Globalization;

namespace ArmsClassifier.Cli.Output;

/// <summary>What an article is, on one line for a person.</summary>
internal static class ArticleVerdict
{
    /// <summary>The line.</summary>
    public static string Of(ArticleResult result, Palette palette)
    {
        int furniture = result.Passages.Count(passage => passage.Result is null);
        string about = result.IsArmsTrade ? "about the model's subject" : "not about the model's subject";
        string passages = Count(result.Passages.Count - furniture, "passage");
        string rest = furniture == 0 ? "" : $", {Count(furniture, "line")} of page furniture";
        return $"{palette.Label(result.Label, result.Label)}{palette.Faint($": {about}; {passages}{rest}")}";
    }

    private static string Count(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
