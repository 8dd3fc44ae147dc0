using ArmsClassifier.Extensions.Reloading;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ArmsClassifier.Extensions.Hosting;

/// <summary>Asks the model in service something, and tells whether its file could replace it.</summary>
/// <param name="services">Where the source is registered; it is looked up late, so that a model that cannot be loaded is a report, not an exception.</param>
/// <param name="model">The name that the model is registered under; empty for the one without a name.</param>
internal sealed class ClassifierHealthCheck(IServiceProvider services, string model) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(Check(context.Registration.FailureStatus));

    private HealthCheckResult Check(HealthStatus failureStatus)
    {
        Dictionary<string, object> data = [];
        try
        {
            if (ModelRegistration.Source(services, model)?.Status is not { } status)
            {
                return new HealthCheckResult(failureStatus, $"no model is registered under the name '{model}'; call services.AddArmsClassifier with it");
            }

            Describe(status, data);
            return ModelProbe.Problem(status.Classifier) is { } problem ? new HealthCheckResult(failureStatus, problem, data: data)
                : status.Failure is { } failure ? HealthCheckResult.Degraded(failure, data: data)
                : HealthCheckResult.Healthy($"{status.ModelId} is in service", data);
        }
        catch (Exception error)
        {
            // Whatever it was, the model does not answer, and that is what is asked here.
            return new HealthCheckResult(failureStatus, error.Message, error, data);
        }
    }

    private static void Describe(ClassifierStatus status, Dictionary<string, object> data)
    {
        data["model"] = status.ModelId;
        data["labels"] = status.Classifier.Model.Labels;
        data["loadedAt"] = status.LoadedAt;
        if (status.ModelPath is { } path)
        {
            data["path"] = path;
        }

        if (status.FileTime is { } time)
        {
            data["fileTime"] = time;
        }

        if (status.FailedAt is { } since)
        {
            data["failedAt"] = since;
        }
    }
}
