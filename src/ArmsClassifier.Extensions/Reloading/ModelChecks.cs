namespace ArmsClassifier.Extensions.Reloading;

/// <summary>What a version must pass before it serves.</summary>
internal static class ModelChecks
{
    /// <summary>A classifier over a version.</summary>
    /// <param name="version">The file.</param>
    /// <param name="options">How the classifier answers.</param>
    /// <param name="labels">The labels that it must have, in this order; null for any.</param>
    /// <exception cref="ModelFormatException">The version cannot serve; the message names the file, the reason and the cure.</exception>
    public static Classifier Load(ModelVersion version, ClassifierOptions options, IReadOnlyList<string>? labels)
    {
        Classifier classifier;
        try
        {
            classifier = Classifier.Load(new MemoryStream(version.Bytes, writable: false), options);
        }
        catch (ModelFormatException damaged)
        {
            throw new ModelFormatException($"{version.Path}: {damaged.Message}", damaged);
        }
        catch (ArgumentException misfit)
        {
            throw new ModelFormatException($"{version.Path}: the options do not fit the model: {misfit.Message}", misfit);
        }

        if (labels is not null && !labels.SequenceEqual(classifier.Model.Labels, StringComparer.Ordinal))
        {
            throw new ModelFormatException(
                $"{version.Path}: the labels of the new model are {string.Join(", ", classifier.Model.Labels)}, those in service are "
                + $"{string.Join(", ", labels)}; train it with the same labels, set AllowOtherLabels, or restart");
        }

        return ModelProbe.Problem(classifier) is { } problem
            ? throw new ModelFormatException($"{version.Path}: {problem}")
            : classifier;
    }
}
