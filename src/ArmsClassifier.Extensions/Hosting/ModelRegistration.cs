using Microsoft.Extensions.DependencyInjection;

namespace ArmsClassifier.Extensions.Hosting;

/// <summary>A model that was registered with a container.</summary>
/// <param name="Name">Its name; empty for the one without a name.</param>
internal sealed record ModelRegistration(string Name)
{
    /// <summary>The source of a name, or null where none is registered under it.</summary>
    public static ClassifierSource? Source(IServiceProvider services, string name) =>
        name.Length == 0 ? services.GetService<ClassifierSource>() : services.GetKeyedService<ClassifierSource>(name);
}
