namespace ArmsClassifier.Training;

/// <summary>Reads the names of enumerated values as tables write them: one name, in any case, no number and no list.</summary>
internal static class EnumName
{
    /// <summary>The value called <paramref name="name"/>, if there is one.</summary>
    public static bool TryParse<T>(string name, out T value)
        where T : struct, Enum
    {
        int index = Array.FindIndex(Enum.GetNames<T>(), n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
        value = index < 0 ? default : Enum.GetValues<T>()[index];
        return index >= 0;
    }
}
