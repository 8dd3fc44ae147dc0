using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ArmsClassifier.Extensions.Settings;

/// <summary>Relative model paths start at the content root: the current directory of a service is whatever started it.</summary>
internal sealed class ContentRootPath(IHostEnvironment? host = null) : IPostConfigureOptions<ArmsClassifierOptions>
{
    /// <inheritdoc/>
    public void PostConfigure(string? name, ArmsClassifierOptions options)
    {
        if (host?.ContentRootPath is { Length: > 0 } root && !string.IsNullOrWhiteSpace(options.ModelPath) && !options.ModelPath.Contains('\0'))
        {
            options.ModelPath = Path.GetFullPath(options.ModelPath, Path.GetFullPath(root));
        }
    }
}
