namespace ArmsClassifier.Cli;

/// <summary>The words of a command contradict each other.</summary>
internal sealed class UsageException(string message) : Exception(message);
