namespace ArmsClassifier.Feeds;

/// <summary>Which addresses are asked for at all: http and https, with a host and without a password.</summary>
internal static class WebAddress
{
    private const int MaxChars = 4096;
    private const string Expected = "an address such as https://example.org/feed";

    /// <summary>Reads an address as written by a user, a list or a redirect.</summary>
    /// <param name="written">The address; relative only where there is an <paramref name="origin"/>.</param>
    /// <param name="origin">What a relative address is relative to, or null.</param>
    /// <param name="failure">Why it is refused, where the answer is null.</param>
    /// <returns>The address without fragment, or null.</returns>
    public static Uri? Parse(string written, Uri? origin, out WebFailure? failure)
    {
        written = written.Trim();
        if (written.Length > MaxChars)
        {
            failure = new WebFailure($"an address of over {MaxChars} characters", Expected, "check it");
            return null;
        }

        bool isRead = origin is null ? Uri.TryCreate(written, UriKind.Absolute, out Uri? address) : Uri.TryCreate(origin, written, out address);
        failure = isRead ? Check(written, address!) : new WebFailure($"'{InputError.Excerpt(written)}'", Expected, "check its spelling");
        return failure is null ? new Uri(address!.GetLeftPart(UriPartial.Query)) : null;
    }

    private static WebFailure? Check(string written, Uri address)
    {
        if (address.Scheme != Uri.UriSchemeHttp && address.Scheme != Uri.UriSchemeHttps)
        {
            return new WebFailure($"the scheme '{InputError.Excerpt(address.Scheme)}:'", "http: or https:", "files are named by their path, without a scheme");
        }

        if (address.UserInfo.Length > 0)
        {
            return new WebFailure(
                "an address with a user name or password in it", Expected, "leave out what stands before the @; feeds behind a login are not read");
        }

        return address.HostNameType is UriHostNameType.Dns or UriHostNameType.IPv4 or UriHostNameType.IPv6 && HasHost(address)
            ? null
            : new WebFailure($"'{InputError.Excerpt(written)}', which names no host", Expected, "check its spelling");
    }

    private static bool HasHost(Uri address)
    {
        try
        {
            return address.IdnHost.Length > 0;
        }
        catch (UriFormatException)
        {
            // Letters that no host name has; only writing it in ASCII finds them.
            return false;
        }
    }
}
