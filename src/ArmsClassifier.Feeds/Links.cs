using System.Buffers;

namespace ArmsClassifier.Feeds;

/// <summary>Addresses as they stand in a source, made absolute.</summary>
internal static class Links
{
    /// <summary>Longest address that is taken for one.</summary>
    private const int MaxChars = 4096;

    private static readonly SearchValues<char> s_escaped = SearchValues.Create(" \"<>\\^`{|}\u007F");

    /// <summary>The absolute http or https address that a reference stands for (RFC 3986), or empty where it stands for none.</summary>
    /// <param name="reference">The reference as written, absolute or relative.</param>
    /// <param name="origin">The address that it is relative to, or null where none is known.</param>
    public static string Resolve(string? reference, Uri? origin) => Address(reference, origin) is { } address ? Written(address, Clean(reference)) : "";

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

    /// <summary>An address as its source writes it, if it does so in full; otherwise with everything escaped that has to be.</summary>
    private static string Written(Uri address, string reference) =>
        address.OriginalString == reference && !reference.AsSpan().ContainsAny(s_escaped) ? reference : address.AbsoluteUri;

    /// <summary>A reference without blanks around it and line breaks inside.</summary>
    private static string Clean(string? reference)
    {
        if (reference is null)
        {
            return "";
        }

        string trimmed = LineBreaks.Trim(reference).ToString();
        return trimmed.AsSpan().ContainsAny('\r', '\n', '\t')
            ? trimmed.Replace("\r", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal)
            : trimmed;
    }
}
