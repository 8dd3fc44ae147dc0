using ArmsClassifier.Extensions.Hosting;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers health checks of classifiers.</summary>
public static class ArmsClassifierHealthChecksBuilderExtensions
{
    /// <summary>
    /// Adds a check of a registered model: healthy where it answers a probe, degraded where it answers but its file holds nothing that could replace
    /// it, otherwise unhealthy. The data holds <c>model</c>, <c>labels</c>, <c>loadedAt</c>, and of a file <c>path</c> and <c>fileTime</c>.
    /// </summary>
    /// <example><code>builder.Services.AddHealthChecks().AddArmsClassifier().AddArmsClassifier("mine");</code></example>
    /// <param name="builder">The health checks.</param>
    /// <param name="model">The name that the model is registered under; null for the one without a name.</param>
    /// <param name="name">Name of the check; null for <c>armsclassifier</c>, with a hyphen and the model's name where it has one.</param>
    /// <param name="failureStatus">Reported where the model cannot answer; null for unhealthy.</param>
    /// <param name="tags">Tags to choose checks by.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IHealthChecksBuilder AddArmsClassifier(
        this IHealthChecksBuilder builder, string? model = null, string? name = null, HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        string key = model ?? "";
        string check = name ?? (key.Length == 0 ? "armsclassifier" : $"armsclassifier-{key}");
        return builder.Add(new HealthCheckRegistration(check, services => new ClassifierHealthCheck(services, key), failureStatus, tags));
    }
}
