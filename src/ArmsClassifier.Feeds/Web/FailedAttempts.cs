using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace ArmsClassifier.Feeds;

/// <summary>What the ways in which an attempt fails are called, which of them may pass, and what mends them.</summary>
internal static class FailedAttempts
{
    private const string Document = "a feed, page or list";

    /// <summary>The attempt took too long.</summary>
    /// <param name="limit">The time it had.</param>
    /// <param name="came">Bytes of the body that came in it.</param>
    public static WebFailure TimedOut(TimeSpan limit, long came) => new(
        came == 0
            ? string.Create(CultureInfo.InvariantCulture, $"no answer within {limit.TotalSeconds:0.#} s")
            : string.Create(CultureInfo.InvariantCulture, $"a body of which only {came:N0} bytes came within {limit.TotalSeconds:0.#} s"),
        Document,
        "run again later")
    {
        IsTransient = true,
    };

    /// <summary>The host asked to be left alone for longer than is waited.</summary>
    /// <param name="found">What it answered.</param>
    /// <param name="time">For how long from now.</param>
    /// <param name="now">The time it is.</param>
    public static WebFailure LeftAlone(string found, TimeSpan time, DateTimeOffset now)
    {
        DateTimeOffset until = DateTimeOffset.MaxValue - now > time ? now + time : DateTimeOffset.MaxValue;
        return new WebFailure(
            found,
            Document,
            string.Create(
                CultureInfo.InvariantCulture, $"the server asks not to be asked before {until.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC; run again then"))
        {
            IsTransient = true,
            RetryAfter = time,
        };
    }

    /// <summary>The server answered with a status that brings no document.</summary>
    public static WebFailure Status(HttpStatusCode status, string? reason)
    {
        string found = string.Create(CultureInfo.InvariantCulture, $"the answer {(int)status} {InputError.Excerpt(reason ?? status.ToString())}").TrimEnd();
        return new WebFailure(found, Document, CureOf(status))
        {
            IsTransient = status is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or HttpStatusCode.InternalServerError
                or HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout,
        };
    }

    /// <summary>The request did not get as far as an answer.</summary>
    public static WebFailure Of(HttpRequestException failure)
    {
        for (Exception? cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case RefusedAddressException refused:
                    return new WebFailure(
                        $"the host {InputError.Excerpt(refused.Host)} at {refused.Address}, which is not an address of the public internet",
                        "a public one",
                        "if the host is yours to ask, allow the private network (--allow-private-network)");
                case AuthenticationException:
                    return new WebFailure(
                        "no secure connection (TLS)",
                        "a host that proves who it is",
                        "check host and port of the address; its certificate may have run out or be another's");
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData }:
                    return new WebFailure("a host name that does not exist", Document, "check the spelling of the address, and the network");
                case SocketException socket:
                    return new WebFailure(
                        $"no connection ({socket.SocketErrorCode})", Document, "check the address and the network, and run again later")
                    {
                        IsTransient = true,
                    };
                default:
                    break;
            }
        }

        return failure.HttpRequestError switch
        {
            HttpRequestError.ResponseEnded => new WebFailure("a connection that closed without an answer", Document, "run again later") { IsTransient = true },
            HttpRequestError.ConfigurationLimitExceeded => new WebFailure("an answer with headers beyond all measure", Document, "check the address"),
            _ => new WebFailure($"an answer that is not HTTP ({failure.HttpRequestError})", Document, "check the address and its port"),
        };
    }

    private static string CureOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.PaymentRequired or HttpStatusCode.UnavailableForLegalReasons
            or HttpStatusCode.ProxyAuthenticationRequired => "the server lets not everybody read it; look for a public address of the feed",
        HttpStatusCode.NotFound or HttpStatusCode.Gone => "nothing is there any more; look for the feed's new address, and take this one off the list",
        HttpStatusCode.TooManyRequests => "the server was asked too often; run again later",
        >= HttpStatusCode.InternalServerError => "the server has a fault; run again later",
        < HttpStatusCode.BadRequest => "open the address in a browser and use the one it ends at",
        _ => "check the address in a browser",
    };
}
