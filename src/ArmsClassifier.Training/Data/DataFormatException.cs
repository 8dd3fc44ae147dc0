namespace ArmsClassifier.Training;

/// <summary>A table is not what it should be. The message names file, line, column, what was found, and what was expected.</summary>
public sealed class DataFormatException : Exception
{
    /// <summary>Creates the exception with a default message.</summary>
    public DataFormatException()
        : this("the table is not what it should be")
    {
    }

    /// <summary>Creates the exception.</summary>
    public DataFormatException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception with its cause.</summary>
    public DataFormatException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
