namespace ArmsClassifier.Training;

/// <summary>What may be wrong with a row of a table.</summary>
public enum FindingKind
{
    /// <summary>Another row has the same text and another label.</summary>
    Conflict,

    /// <summary>Models that were trained without its article find another label likely.</summary>
    LikelyError,

    /// <summary>A row of another article shares a long run of words with it.</summary>
    NearDuplicate,

    /// <summary>Hardly any words.</summary>
    TooShort,

    /// <summary>Not in English, as most of the table is.</summary>
    NotEnglish,

    /// <summary>A menu, a caption, a byline or other furniture of a page, and not marked as such.</summary>
    Furniture,
}
