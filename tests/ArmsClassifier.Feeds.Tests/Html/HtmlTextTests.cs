namespace ArmsClassifier.Feeds.Tests;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("Guns sold.", "Guns sold.")]
    [InlineData("  Guns \t sold.\u00a0 ", "Guns sold.")]
    [InlineData("", "")]
    [InlineData("<p></p> <br/> &nbsp;", "")]
    [InlineData("<p>One.</p><p>Two.</p>", "One.|Two.")]
    [InlineData("One.<br><br>Two.", "One.|Two.")]
    [InlineData("One.<br/>Two.", "One.|Two.")]
    [InlineData("The guns were<br>sold to the<br>north.", "The guns were sold to the north.")]
    [InlineData("One <b>bold</b><i>er</i> word<span>.</span>", "One bolder word.")]
    [InlineData("<ul><li>One<li>Two</ul>Three", "One|Two|Three")]
    [InlineData("<table><tr><td>a</td><td>b</td></tr></table>", "a|b")]
    [InlineData("<h2>Head</h2>Text<hr>More", "Head|Text|More")]
    [InlineData("A&amp;B &lt;c&gt; &#8217;d&#x2019; &#146;e", "A&B <c> ’d’ ’e")]
    [InlineData("&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two &amp;amp; three.&lt;/p&gt;", "One.|Two & three.")]
    [InlineData("5 < 7 and 7 > 5", "5 < 7 and 7 > 5")]
    [InlineData("He wrote <sic> so.", "He wrote <sic> so.")]
    [InlineData("<script>var a = '<p>no</p>';</script><style>p{}</style>Yes.", "Yes.")]
    [InlineData("<!-- no > --><p title='a > b'>Yes.</p><!-- never closed", "Yes.")]
    [InlineData("<img src='pixel.gif' width=1 height=1><p>Yes.</p><iframe src=x></iframe>", "Yes.")]
    [InlineData("<figure><img src=a><figcaption>A gun.</figcaption></figure><p>Yes.</p>", "Yes.")]
    [InlineData("<![CDATA[<p>Yes.</p>]]>", "Yes.")]
    [InlineData("First line,\nwrapped here.\n\nSecond paragraph.", "First line, wrapped here.|Second paragraph.")]
    [InlineData("First line.\r\nSecond line.", "First line.|Second line.")]
    [InlineData("<pre>First line,\nwrapped here.\n\nSecond.</pre>", "First line, wrapped here.|Second.")]
    [InlineData("Text <a href=\"x", "Text")]
    [InlineData("<o:p>Word</o:p> <font color=red>red</font>", "Word red")]
    public void A_fragment_becomes_lines_of_text(string fragment, string lines) =>
        string.Join('|', HtmlText.Lines(fragment)).ShouldBe(lines);

    [Theory]
    [InlineData("<p>", 200_000)]
    [InlineData("<a b=\"", 200_000)]
    [InlineData("<!--", 200_000)]
    [InlineData("<svg>", 100_000)]
    [InlineData("</", 200_000)]
    [InlineData("<![CDATA[", 100_000)]
    [InlineData("&lt;p&gt;", 100_000)]
    [InlineData("<x y='", 100_000)]
    [InlineData("<br>\n", 100_000)]
    public void Hostile_markup_gives_lines_and_nothing_worse(string part, int times) =>
        HtmlText.Lines(string.Concat(Enumerable.Repeat(part, times)) + "<p>Here.").Count.ShouldBeGreaterThanOrEqualTo(0);
}
