namespace ArmsClassifier;

/// <summary>What a label means for the article whose passages carry it.</summary>
public enum LabelRole
{
    /// <summary>A passage with this label makes its article one about the model's subject.</summary>
    Topic,

    /// <summary>A passage with this label counts only in an article that some other passage makes one about the subject.</summary>
    Context,

    /// <summary>The passage is about something else.</summary>
    Background,
}
