using System.CommandLine;

namespace ArmsClassifier.Cli;

/// <summary>The model that a command works with.</summary>
internal static class Models
{
    private const string BundledModel = "ArmsClassifier.arms-news-en.safetensors";

    /// <summary>The option that names a model file.</summary>
    public static Option<string?> Option() => new("--model", "-m")
    {
        Description = "Model file to use instead of the one that comes with the tool",
        HelpName = "FILE",
    };

    /// <summary>Loads a model file, or the bundled model for null.</summary>
    /// <exception cref="InputException">There is none.</exception>
    /// <exception cref="ModelFormatException">The file is damaged.</exception>
    /// <exception cref="UsageException">The options do not fit the model.</exception>
    public static Classifier Load(string? path, ClassifierOptions? options = null)
    {
        using Stream stream = Open(path);
        try
        {
            return Classifier.Load(stream, options);
        }
        catch (ModelFormatException damaged) when (path is not null)
        {
            throw new ModelFormatException($"{path}: {damaged.Message}", damaged);
        }
        catch (ArgumentException misfit)
        {
            throw new UsageException(misfit.Message);
        }
    }

    /// <summary>Opens a model file, or the bundled model for null.</summary>
    /// <exception cref="InputException">There is none.</exception>
    public static Stream Open(string? path)
    {
        if (path is null)
        {
            return typeof(Classifier).Assembly.GetManifestResourceStream(BundledModel)
                ?? throw new InputException("this build of the tool comes without a model; name one with --model");
        }

        if (!File.Exists(path))
        {
            throw new InputException($"{path}: no model file of that name; check the path, or leave --model out for the bundled one");
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: the model file cannot be opened ({refused.Message}); check its permissions");
        }
    }
}
