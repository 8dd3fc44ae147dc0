using Polly;
using Polly.Retry;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Which failures are tried again, and when: those that may pass, after one second, then two, each scattered; or when the server says,
/// as long as that is within <see cref="WebOptions.MaxWait"/>.
/// </summary>
internal static class RetryPolicy
{
    private static readonly TimeSpan s_firstWait = TimeSpan.FromSeconds(1);

    /// <summary>The policy as a pipeline to run attempts in.</summary>
    public static ResiliencePipeline<FetchOutcome> Create(WebOptions options) => options.MaxAttempts < 2
        ? ResiliencePipeline<FetchOutcome>.Empty
        : new ResiliencePipelineBuilder<FetchOutcome> { TimeProvider = options.Clock }.AddRetry(new RetryStrategyOptions<FetchOutcome>
        {
            MaxRetryAttempts = options.MaxAttempts - 1,
            Delay = s_firstWait,
            MaxDelay = options.MaxWait,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            Randomizer = options.Jitter,
            ShouldHandle = attempt => ValueTask.FromResult(IsWorthAnother(attempt.Outcome.Result?.Failure, options)),
            DelayGenerator = attempt => ValueTask.FromResult(attempt.Outcome.Result?.Failure?.RetryAfter is { } asked
                ? asked > s_firstWait ? asked : s_firstWait
                : (TimeSpan?)null),
        }).Build();

    private static bool IsWorthAnother(WebFailure? failure, WebOptions options) =>
        failure is { IsTransient: true } && !(failure.RetryAfter > options.MaxWait);
}
