namespace ArmsClassifier.Feeds;

/// <summary>Addresses as they stand in a source, made absolute.</summary>
internal static class Links
{
    /// <summary>Longest address that is taken for one.</summary>
    private const int MaxChars = 4096;

    /// <summary>The absolute http or https address that a reference stands for (RFC 3986), or empty where it stands for none.</summary>
    /// <param name="reference">The reference as written, absolute or relative.</param>
    /// <param name="origin">The address that it is relative to, or null where none is known.</param>
    public static string Resolve(string? reference, Uri? origin) => Address(reference, origin) is { } address ? address.AbsoluteUri : "";

    /// <summary>The absolute http or https address that a reference stands for, or null.</summary>
    public static Uri? Address(string? reference, Uri? origin)
    {
        string written = Clean(reference);
        if (written.Length is 0 or > MaxChars)
        {
            return null;
        }

        // A path that begins with a slash is an absolute file address to Uri on Unix.
        bool isRelative = written[0] is '/' or '?' or '#';
        if (!isRelative && Uri.TryCreate(written, UriKind.Absolute, out Uri? address))
        {
            return IsWeb(address) ? address : null;
        }

        return origin is not null && Uri.TryCreate(origin, written, out address) && IsWeb(address) ? address : null;
    }

    private static bool IsWeb(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.Host.Length > 0;

    private static string Clean(string? reference) => reference is null ? "" : LineBreaks.Trim(reference).ToString();
}
