namespace ArmsClassifier.Cli.Tests;

/// <summary>A folder of a test's own, gone after it.</summary>
public abstract class Folder : IDisposable
{
    private readonly string _path = Directory.CreateTempSubdirectory("cli-tests").FullName;

    public void Dispose()
    {
        Directory.Delete(_path, recursive: true);
        GC.SuppressFinalize(this);
    }

    protected string At(string name) => Path.Combine(_path, name);

    protected string Write(string name, string content)
    {
        File.WriteAllText(At(name), content);
        return At(name);
    }

    protected string[] Files() => [.. Directory.EnumerateFiles(_path).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal)];
}
