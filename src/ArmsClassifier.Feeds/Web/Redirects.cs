using System.Net;

namespace ArmsClassifier.Feeds;

/// <summary>Where a redirect leads, and whether it is followed.</summary>
internal static class Redirects
{
    /// <summary>Whether a status asks to go elsewhere.</summary>
    public static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>The next address, or null with the reason.</summary>
    /// <param name="visited">The addresses asked for so far; the last is the one that redirects.</param>
    /// <param name="location">The header <c>Location</c>, or null.</param>
    /// <param name="maxRedirects">How many redirects are followed.</param>
    /// <param name="failure">Why it is not followed, where the answer is null.</param>
    public static Uri? Next(IReadOnlyList<Uri> visited, string? location, int maxRedirects, out WebFailure? failure)
    {
        if (string.IsNullOrWhiteSpace(location))
        {
            failure = new WebFailure("a redirect that does not say where to", "a document", "open the address in a browser and use the one it ends at");
            return null;
        }

        Uri from = visited[^1];
        if (WebAddress.Parse(location, from, out failure) is not { } next)
        {
            failure = failure! with { Found = $"a redirect to {failure.Found}" };
        }
        else if (from.Scheme == Uri.UriSchemeHttps && next.Scheme != Uri.UriSchemeHttps)
        {
            failure = new WebFailure(
                $"a redirect from https to {Show(next)}", "one that stays with https", "if that address is to be trusted, name it itself");
        }
        else if (visited.Contains(next))
        {
            failure = new WebFailure(
                $"a redirect back to {Show(next)}", "a document", "the server's settings go round in a circle; look for another address of the feed");
        }
        else if (visited.Count > maxRedirects)
        {
            failure = new WebFailure($"more than {maxRedirects} redirects, the last to {Show(next)}", "a document", "use the address at which they end");
        }
        else
        {
            return next;
        }

        return null;
    }

    private static string Show(Uri address) => InputError.Excerpt(address.AbsoluteUri);
}
