using System.CommandLine;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Input;

/// <summary>The options of a verb that reads from the web.</summary>
internal sealed class WebSwitches
{
    private readonly Option<bool> _private = new("--allow-private-network") { Description = "Fetch from loopback, private and link-local addresses too" };

    private readonly Option<string?> _cache = new("--cache")
    {
        Description = "Keep copies of what is fetched in this folder, not in the user's cache folder",
        HelpName = "DIR",
    };

    private readonly Option<bool> _noCache = new("--no-cache") { Description = "Keep and use no copies of what is fetched" };

    private readonly Option<bool> _offline = new("--offline") { Description = "Fetch nothing; read the copies of an earlier run" };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Add(_private);
        verb.Add(_cache);
        verb.Add(_noCache);
        verb.Add(_offline);
        verb.Validators.Add(result =>
        {
            if (result.GetValue(_noCache) && (result.GetValue(_offline) || result.GetValue(_cache) is not null))
            {
                result.AddError("--no-cache leaves nothing for --cache and --offline to work with; leave one out");
            }

            if (result.GetValue(_cache) is { Length: 0 })
            {
                result.AddError("--cache has no name; name a folder");
            }
        });
    }

    /// <summary>The settings that were asked for.</summary>
    public WebOptions Read(ParseResult parsed) => new()
    {
        AllowPrivateNetwork = parsed.GetValue(_private),
        CacheFolder = parsed.GetValue(_noCache) ? null : parsed.GetValue(_cache) ?? CacheFolder(),
        Offline = parsed.GetValue(_offline),
    };

    /// <summary>Where this system keeps what can be fetched again; null where the user has no such place.</summary>
    private static string? CacheFolder()
    {
        string home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string? folder = OperatingSystem.IsWindows() ? Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData)
            : Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } named && Path.IsPathRooted(named) ? named
            : home.Length == 0 ? null
            : OperatingSystem.IsMacOS() ? Path.Join(home, "Library", "Caches")
            : Path.Join(home, ".cache");
        return string.IsNullOrEmpty(folder) ? null : Path.Join(folder, "armsclassifier", "web");
    }
}
