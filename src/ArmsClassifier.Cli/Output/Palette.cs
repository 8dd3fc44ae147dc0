namespace ArmsClassifier.Cli.Output;

/// <summary>The colours of labels, where there are any.</summary>
internal sealed class Palette(ModelInfo model, bool hasColour)
{
    private const string Dim = "2";
    private const string Unknown = "35";

    private static readonly string[] s_colours = ["36", "31", "33", "34", "32", "35"];

    /// <summary>Paints a label's name or anything that belongs to it; an empty label is that of page furniture.</summary>
    public string Label(string text, string label)
    {
        int at = model.Labels.ToList().IndexOf(label);
        bool isFaint = label.Length == 0 || (at >= 0 && model.LabelRoles[at] == LabelRole.Background);
        return Paint(text, isFaint ? Dim : at < 0 ? Unknown : s_colours[at % s_colours.Length]);
    }

    /// <summary>Paints what matters less.</summary>
    public string Faint(string text) => Paint(text, Dim);

    /// <summary>Paints a heading.</summary>
    public string Strong(string text) => Paint(text, "1");

    /// <summary>Paints the words that decided for a label.</summary>
    public string Evidence(string text) => Paint(text, "1;4");

    private string Paint(string text, string code) => hasColour && text.Length > 0 ? $"\e[{code}m{text}\e[0m" : text;
}
