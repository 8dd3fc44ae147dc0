using System.Globalization;
using System.Net;
using System.Text;

namespace ArmsClassifier.Training.Reports;

/// <summary>A plot of lines as inline SVG. The vertical axis runs from 0 to 1.</summary>
/// <param name="Title">What the plot shows, also for who cannot see it.</param>
/// <param name="Across">What the horizontal axis shows.</param>
/// <param name="Up">What the vertical axis shows.</param>
/// <param name="Right">Greatest value of the horizontal axis.</param>
internal sealed record LinePlot(string Title, string Across, string Up, double Right = 1)
{
    private const int Size = 280;
    private const int Left = 44;
    private const int Top = 12;
    private const int Below = 40;
    private const int Ticks = 4;

    private readonly StringBuilder _lines = new();
    private readonly StringBuilder _legend = new();
    private int _count;

    /// <summary>Whether a dotted diagonal shows where a perfect line would run.</summary>
    public bool HasDiagonal { get; init; }

    /// <summary>Adds a line, and its name to the legend where it has one.</summary>
    public void Add(string name, IReadOnlyList<(double X, double Y)> points)
    {
        string colour = $"c{_count++ % ReportStyle.Colours}";
        _lines.Append(CultureInfo.InvariantCulture, $"<polyline class=\"line {colour}\" points=\"{string.Join(' ', points.Select(p => $"{X(p.X)},{Y(p.Y)}"))}\"/>");
        foreach ((double x, double y) in points.Count <= Size / 10 ? points : [])
        {
            _lines.Append(CultureInfo.InvariantCulture, $"<circle class=\"dot {colour}\" cx=\"{X(x)}\" cy=\"{Y(y)}\" r=\"3\"/>");
        }

        if (name.Length > 0)
        {
            _legend.Append(CultureInfo.InvariantCulture, $"<li><span class=\"key {colour}\"></span>{WebUtility.HtmlEncode(name)}</li>");
        }
    }

    /// <summary>The plot as a figure.</summary>
    public string Draw()
    {
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<figure><figcaption>{WebUtility.HtmlEncode(Title)}</figcaption>");
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Left + Size + 12} {Top + Size + Below}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(Title)}\">");
        for (int tick = 0; tick <= Ticks; tick++)
        {
            double share = (double)tick / Ticks;
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"grid\" x1=\"{Left}\" x2=\"{Left + Size}\" y1=\"{Y(share)}\" y2=\"{Y(share)}\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"end\" x=\"{Left - 6}\" y=\"{Y(share - 0.012)}\">{share:0.##}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"mid\" x=\"{X(share * Right)}\" y=\"{Top + Size + 16}\">{share * Right:#,0.##}</text>");
        }

        if (HasDiagonal)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<line class=\"diagonal\" x1=\"{X(0)}\" y1=\"{Y(0)}\" x2=\"{X(Right)}\" y2=\"{Y(1)}\"/>");
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"mid\" x=\"{Left + (Size / 2)}\" y=\"{Top + Size + 34}\">{WebUtility.HtmlEncode(Across)}</text>");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"mid\" transform=\"translate(12 {Top + (Size / 2)}) rotate(-90)\">{WebUtility.HtmlEncode(Up)}</text>");
        svg.Append(_lines).Append("</svg>");
        return svg.Append(_legend.Length == 0 ? "" : $"<ul class=\"legend\">{_legend}</ul>").Append("</figure>\n").ToString();
    }

    private string X(double x) => (Left + (x / Right * Size)).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Y(double y) => (Top + ((1 - y) * Size)).ToString("0.#", CultureInfo.InvariantCulture);
}
