namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>A tool cannot be measured; the message says why.</summary>
internal sealed class PeerException(string message) : Exception(message);
