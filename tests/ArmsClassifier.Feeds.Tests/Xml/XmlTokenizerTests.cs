using System.Text;
using System.Xml;

namespace ArmsClassifier.Feeds.Tests;

public sealed class XmlTokenizerTests
{
    public static TheoryData<string> Files() => ["rss-2.0", "rss-0.9x", "rdf", "atom-1.0", "atom-0.3", "sitemap", "opml"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Of_well_formed_XML_it_gives_what_the_framework_gives(string file)
    {
        int compared = 0;
        foreach (FeedCase feed in FeedCase.Of(file))
        {
            if (OfFramework(feed.Document) is { } expected)
            {
                var troubles = new XmlTroubles();
                OfTokenizer(feed.Document, troubles).ShouldBe(expected, feed.Name);
                troubles.IsEmpty.ShouldBeTrue(feed.Name);
                compared++;
            }
        }

        compared.ShouldBeGreaterThan(2);
    }

    private static string OfTokenizer(string document, XmlTroubles troubles)
    {
        var events = new StringBuilder();
        var tokens = new XmlTokenizer(new StringReader(document), troubles);
        while (tokens.Read())
        {
            _ = tokens.Kind switch
            {
                XmlTokenKind.Start => Start(events, tokens.Name, tokens.Attributes, tokens.IsEmptyElement),
                XmlTokenKind.End => events.Append("</").Append(tokens.Name).Append('>'),
                _ => events.Append(tokens.Text),
            };
        }

        return events.ToString();
    }

    /// <summary>What the framework reads, or null where it refuses the document or needs its document type.</summary>
    private static string? OfFramework(string document)
    {
        var events = new StringBuilder();
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null };
        try
        {
            using var reader = XmlReader.Create(new StringReader(document), settings);
            while (reader.Read())
            {
                Add(events, reader);
            }

            return document.Contains("[<!ENTITY", StringComparison.Ordinal) ? null : events.ToString();
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static void Add(StringBuilder events, XmlReader reader)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                string name = reader.Name;
                bool isEmpty = reader.IsEmptyElement;
                var attributes = new List<(string, string)>();
                while (reader.MoveToNextAttribute())
                {
                    attributes.Add((reader.Name, reader.Value));
                }

                Start(events, name, attributes, isEmpty);
                break;
            case XmlNodeType.EndElement:
                events.Append("</").Append(reader.Name).Append('>');
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                bool isInside = reader.Depth > 0;
                events.Append(isInside ? reader.Value : "");
                break;
        }
    }

    private static StringBuilder Start(StringBuilder events, string name, List<(string Name, string Value)> attributes, bool isEmpty)
    {
        events.Append('<').Append(name);
        foreach ((string attribute, string value) in attributes)
        {
            events.Append(' ').Append(attribute).Append("='").Append(value).Append('\'');
        }

        return events.Append(isEmpty ? "/>" : ">");
    }
}
