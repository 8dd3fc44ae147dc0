namespace ArmsClassifier.Cli.Output;

/// <summary>Writes results one after the other, each as soon as it is there.</summary>
internal interface IResultWriter : IDisposable
{
    /// <summary>Writes what comes before the first record.</summary>
    void WriteHeader()
    {
    }

    /// <summary>Writes the records of one article.</summary>
    void Write(ArticleResult result);

    /// <summary>Hands on everything that was written.</summary>
    void Flush();
}
