namespace ArmsClassifier.Training.Reports;

/// <summary>How a report looks, in light and dark.</summary>
internal static class ReportStyle
{
    /// <summary>Number of line colours, which can be told apart by most colour-blind readers (Okabe and Ito, 2008).</summary>
    public const int Colours = 8;

    /// <summary>The style sheet.</summary>
    public const string Css = """
        :root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fdfdfb; --faint: #8886; --shade: 0 114 178; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e8e6e3; --paper: #16181a; --shade: 86 180 233; } }
        body { margin: 0 auto; max-width: 64rem; padding: 1.5rem; font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
        h1 { font-size: 1.6rem; margin: 0 0 .5rem; } h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
        p { max-width: 46rem; } .facts { display: flex; flex-wrap: wrap; gap: 1rem 2.5rem; padding: 0; margin: 1rem 0; list-style: none; }
        .facts b { display: block; font-size: 1.5rem; font-variant-numeric: tabular-nums; }
        .wide { overflow-x: auto; } table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
        th, td { padding: .3rem .6rem; text-align: right; border-bottom: 1px solid var(--faint); } th:first-child, td:first-child { text-align: left; }
        .row { display: flex; flex-wrap: wrap; gap: 1.5rem; } figure { margin: 0; flex: 1 1 20rem; max-width: 28rem; } figcaption { font-weight: 600; margin-bottom: .25rem; }
        svg { width: 100%; height: auto; } svg text { font-size: 12px; fill: var(--ink); } .mid { text-anchor: middle; } .end { text-anchor: end; }
        .grid { stroke: var(--faint); stroke-width: .5; } .diagonal { stroke: var(--ink); stroke-dasharray: 3 4; opacity: .6; }
        .line { fill: none; stroke-width: 2; stroke: currentColor; } .dot { fill: currentColor; }
        .c0 { color: #0072b2; } .c1 { color: #d55e00; } .c2 { color: #009e73; } .c3 { color: #cc79a7; } .c4 { color: #b8860b; } .c5 { color: #56b4e9; } .c6 { color: #888; } .c7 { color: #a0522d; }
        .legend { display: flex; flex-wrap: wrap; gap: .2rem 1rem; padding: 0; margin: .3rem 0; list-style: none; font-size: .9rem; }
        .key { display: inline-block; width: .9em; height: .9em; margin-right: .35em; background: currentColor; vertical-align: -.1em; }
        blockquote { margin: .4rem 0 .4rem 0; padding-left: .8rem; border-left: 3px solid var(--faint); max-width: 52rem; }
        .note { font-size: .9rem; opacity: .8; }
        """;
}
