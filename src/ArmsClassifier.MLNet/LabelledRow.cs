namespace ArmsClassifier.MLNet;

/// <summary>A labelled passage as a row of ML.NET, which knows no absent text: it is empty.</summary>
internal sealed class LabelledRow
{
    /// <summary>The passage.</summary>
    public string Text { get; set; } = "";

    /// <summary>Its label.</summary>
    public string Label { get; set; } = "";

    /// <summary>A second label, or nothing.</summary>
    public string Also { get; set; } = "";

    /// <summary>The article that it belongs to.</summary>
    public string Article { get; set; } = "";

    /// <summary>Its place in the article, from 0.</summary>
    public int Position { get; set; }

    /// <summary>Its part in the article.</summary>
    public string Role { get; set; } = "";

    /// <summary>What it has in common with other articles, or nothing.</summary>
    public string Group { get; set; } = "";

    /// <summary>Name of its table.</summary>
    public string Table { get; set; } = "";
}
