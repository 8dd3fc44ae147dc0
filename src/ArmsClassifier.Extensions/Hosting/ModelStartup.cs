using Microsoft.Extensions.Hosting;

namespace ArmsClassifier.Extensions.Hosting;

/// <summary>
/// Loads every registered model before the host serves: a missing or damaged file ends the start, and the first request finds the model warm.
/// </summary>
internal sealed class ModelStartup(IServiceProvider services, IEnumerable<ModelRegistration> registrations) : IHostedLifecycleService
{
    /// <inheritdoc/>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        foreach (ModelRegistration registration in registrations)
        {
            ClassifierSource? source = ModelRegistration.Source(services, registration.Name);
            source?.Current.Classify(Reloading.ModelProbe.Passage);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
