namespace ArmsClassifier.Feeds;

/// <summary>How much an <see cref="InputError"/> means for the articles around it.</summary>
public enum InputSeverity
{
    /// <summary>An item was lost.</summary>
    Error,

    /// <summary>Something was read with a loss or was repaired; at most one a document for each kind of trouble.</summary>
    Warning,

    /// <summary>What was assumed about a source that says too little of itself, or how it was converted; at most one a source.</summary>
    Note,
}
