using Microsoft.Extensions.Logging;

namespace ArmsClassifier.Extensions.Tests;

/// <summary>Keeps what is logged, a line each with its level.</summary>
internal sealed class LogLines : ILogger<ClassifierSource>, ILoggerProvider
{
    private readonly object _gate = new();
    private readonly List<string> _lines = [];

    public string[] Of(LogLevel level)
    {
        lock (_gate)
        {
            return [.. _lines.Where(line => line.StartsWith($"{level}: ", StringComparison.Ordinal))];
        }
    }

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (_gate)
        {
            _lines.Add($"{logLevel}: {formatter(state, exception)}");
        }
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public ILogger CreateLogger(string categoryName) => this;

    public void Dispose()
    {
    }
}
