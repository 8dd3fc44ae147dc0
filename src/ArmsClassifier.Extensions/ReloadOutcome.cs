namespace ArmsClassifier.Extensions;

/// <summary>What a look at the model file led to.</summary>
public enum ReloadOutcome
{
    /// <summary>The model in service is that of the file, or comes with the library.</summary>
    Unchanged,

    /// <summary>The file held a new version, which is in service now.</summary>
    Reloaded,

    /// <summary>The file holds a version that cannot serve; the model in service goes on.</summary>
    Refused,

    /// <summary>The file is gone, locked or being written; the model in service goes on.</summary>
    Unreadable,
}
