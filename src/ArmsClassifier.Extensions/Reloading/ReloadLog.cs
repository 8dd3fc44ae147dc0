using Microsoft.Extensions.Logging;

namespace ArmsClassifier.Extensions.Reloading;

/// <summary>What is logged about models in service.</summary>
internal static partial class ReloadLog
{
    [LoggerMessage(1, LogLevel.Information, "ArmsClassifier {Source}: model {ModelId} is in service")]
    public static partial void InService(ILogger logger, string source, string modelId);

    [LoggerMessage(2, LogLevel.Information, "ArmsClassifier {Source}: model {ModelId} from {Path} replaces {OldModelId}")]
    public static partial void Reloaded(ILogger logger, string source, string modelId, string? path, string oldModelId);

    [LoggerMessage(3, LogLevel.Warning, "ArmsClassifier {Source}: model {ModelId} goes on, as the file cannot replace it: {Failure}")]
    public static partial void Failed(ILogger logger, string source, string modelId, string failure);

    [LoggerMessage(4, LogLevel.Information, "ArmsClassifier {Source}: the file holds model {ModelId} again, which never left service")]
    public static partial void Recovered(ILogger logger, string source, string modelId);

    [LoggerMessage(5, LogLevel.Error, "ArmsClassifier {Source}: model {ModelId} goes on; looking at its file failed in a way that was not foreseen")]
    public static partial void Unforeseen(ILogger logger, Exception error, string source, string modelId);

    [LoggerMessage(6, LogLevel.Warning, "ArmsClassifier {Source}: Classifier was injected, which stays the model of this moment though the model file is watched; "
        + "inject ClassifierSource and take Current")]
    public static partial void Pinned(ILogger logger, string source);
}
