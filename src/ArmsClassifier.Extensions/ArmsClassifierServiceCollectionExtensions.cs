using System.Diagnostics.Metrics;
using ArmsClassifier;
using ArmsClassifier.Extensions;
using ArmsClassifier.Extensions.Hosting;
using ArmsClassifier.Extensions.Reloading;
using ArmsClassifier.Extensions.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers classifiers with a container.</summary>
public static class ArmsClassifierServiceCollectionExtensions
{
    /// <summary>
    /// Registers <see cref="Classifier"/>, the model as it is when first asked for, and <see cref="ClassifierSource"/>, whose
    /// <see cref="ClassifierSource.Current"/> follows the model file; both are singletons. A host loads the model as it starts: options out of
    /// range and a missing or damaged file end the start with a message that names the cure. Calls add up.
    /// </summary>
    /// <example>
    /// <code>
    /// builder.Services.AddArmsClassifier();
    /// app.MapPost("/classify", (string text, Classifier classifier) => classifier.Classify(text));
    /// </code>
    /// </example>
    /// <param name="services">The container's services.</param>
    /// <param name="configure">Sets options; null for the bundled model with the defaults.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddArmsClassifier(this IServiceCollection services, Action<ArmsClassifierOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        return Configured(services, Options.Options.DefaultName, configure);
    }

    /// <summary>As <see cref="AddArmsClassifier(IServiceCollection, Action{ArmsClassifierOptions})"/>, with options from configuration.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="configuration">A section whose keys are the properties of <see cref="ArmsClassifierOptions"/>; another key is an error.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddArmsClassifier(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        return Configured(services, Options.Options.DefaultName, options => ConfigurationKeys.Bind(configuration, options));
    }

    /// <summary>
    /// Registers a model under a name, beside the one without a name and others: <see cref="Classifier"/> and <see cref="ClassifierSource"/> are
    /// keyed singletons with the name as key.
    /// </summary>
    /// <example>
    /// <code>
    /// builder.Services.AddArmsClassifier("mine", options => options.ModelPath = "models/mine.safetensors");
    /// app.MapPost("/mine", (string text, [FromKeyedServices("mine")] Classifier classifier) => classifier.Classify(text));
    /// </code>
    /// </example>
    /// <param name="services">The container's services.</param>
    /// <param name="name">The name.</param>
    /// <param name="configure">Sets options; null for the bundled model with the defaults.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddArmsClassifier(this IServiceCollection services, string name, Action<ArmsClassifierOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        return Configured(services, name, configure);
    }

    /// <summary>As <see cref="AddArmsClassifier(IServiceCollection, string, Action{ArmsClassifierOptions})"/>, with options from configuration.</summary>
    /// <param name="services">The container's services.</param>
    /// <param name="name">The name.</param>
    /// <param name="configuration">A section whose keys are the properties of <see cref="ArmsClassifierOptions"/>; another key is an error.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddArmsClassifier(this IServiceCollection services, string name, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(configuration);
        return Configured(services, name, options => ConfigurationKeys.Bind(configuration, options));
    }

    private static IServiceCollection Configured(IServiceCollection services, string name, Action<ArmsClassifierOptions>? configure)
    {
        Register(services, name);
        if (configure is not null)
        {
            services.Configure(name, configure);
        }

        return services;
    }

    private static void Register(IServiceCollection services, string name)
    {
        var registration = new ModelRegistration(name);
        if (services.Any(service => registration.Equals(service.ImplementationInstance)))
        {
            return;
        }

        services.AddSingleton(registration);
        services.AddOptionsWithValidateOnStart<ArmsClassifierOptions>(name);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ArmsClassifierOptions>, OptionsCheck>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<ArmsClassifierOptions>, ContentRootPath>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ModelStartup>());
        if (name.Length == 0)
        {
            services.TryAddSingleton(provider => CreateSource(provider, name));
            services.TryAddSingleton(provider => Pin(provider, name));
        }
        else
        {
            services.TryAddKeyedSingleton(name, (provider, _) => CreateSource(provider, name));
            services.TryAddKeyedSingleton(name, (provider, _) => Pin(provider, name));
        }
    }

    private static ClassifierSource CreateSource(IServiceProvider provider, string name) => new(
        name,
        provider.GetRequiredService<IOptionsMonitor<ArmsClassifierOptions>>().Get(name),
        provider.GetService<TimeProvider>(),
        provider.GetService<ILoggerFactory>()?.CreateLogger<ClassifierSource>(),
        provider.GetService<IMeterFactory>());

    /// <summary>The classifier of this moment; a singleton cannot follow the file, and says so where the file is watched.</summary>
    private static Classifier Pin(IServiceProvider provider, string name)
    {
        if (provider.GetRequiredService<IOptionsMonitor<ArmsClassifierOptions>>().Get(name).ReloadOnChange
            && provider.GetService<ILoggerFactory>()?.CreateLogger<ClassifierSource>() is { } logger)
        {
            ReloadLog.Pinned(logger, SourceName.ForTelemetry(name));
        }

        return ModelRegistration.Source(provider, name)!.Current;
    }
}
