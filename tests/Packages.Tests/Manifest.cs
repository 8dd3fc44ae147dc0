using System.Xml.Linq;

namespace ArmsClassifier.Packages.Tests;

/// <summary>The manifest (.nuspec) of a package.</summary>
internal sealed class Manifest(XDocument document)
{
    /// <summary>The identifiers of the packages that come with this one, whatever the framework.</summary>
    public string[] Dependencies =>
        [.. document.Descendants().Where(element => element.Name.LocalName == "dependency").Select(element => element.Attribute("id")!.Value).Distinct()];

    /// <summary>The text of an element; null where there is none.</summary>
    public string? Value(string name) => document.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
}
