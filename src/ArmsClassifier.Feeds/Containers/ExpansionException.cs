namespace ArmsClassifier.Feeds;

/// <summary>Packed data expands to so much more than itself that it can only be meant to fill memory.</summary>
internal sealed class ExpansionException() : IOException("Packed data expands more than 200 times.");
