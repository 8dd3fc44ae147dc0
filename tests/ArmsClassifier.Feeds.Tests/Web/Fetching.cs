using System.Text;

namespace ArmsClassifier.Feeds.Tests.Web;

/// <summary>Reads addresses through the public edge, without waiting.</summary>
internal static class Fetching
{
    /// <summary>Two articles as JSON lines.</summary>
    public const string TwoArticles = "{\"id\":\"a\",\"text\":\"A frigate was ordered.\"}\n{\"id\":\"b\",\"text\":\"The sale was halted.\"}\n";

    /// <summary>Settings under which loopback can be read, and a clock that does not wait.</summary>
    public static WebOptions Options() => new()
    {
        AllowPrivateNetwork = true,
        Clock = new VirtualTime(new WebOptions().Timeout),
        Jitter = () => 0.5,
    };

    public static VirtualTime Time(this WebOptions options) => (VirtualTime)options.Clock;

    public static List<DocumentItem> Items(WebOptions options, params string[] addresses)
    {
        using var reader = new WebReader(options);
        return Items(reader, addresses);
    }

    public static List<DocumentItem> Items(WebReader reader, params string[] addresses) =>
        [.. reader.ReadAsync(addresses, cancellation: TestContext.Current.CancellationToken).ToBlockingEnumerable(TestContext.Current.CancellationToken)];

    public static string[] Ids(this IEnumerable<DocumentItem> items) => [.. items.Where(item => item.IsArticle).Select(item => item.Article!.Id)];

    public static InputError OneError(this IEnumerable<DocumentItem> items) => items.Where(item => !item.IsArticle).ShouldHaveSingleItem().Error();

    public static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}
