namespace ArmsClassifier.Feeds.Tests.Web;

public sealed class WebOptionsTests
{
    [Fact]
    public void Settings_that_make_no_sense_are_refused_where_they_are_made()
    {
        Should.Throw<ArgumentOutOfRangeException>(() => new WebOptions { Timeout = TimeSpan.Zero });
        Should.Throw<ArgumentOutOfRangeException>(() => new WebOptions { Timeout = TimeSpan.MaxValue });
        Should.Throw<ArgumentOutOfRangeException>(() => new WebOptions { MaxWait = TimeSpan.FromSeconds(-1) });
        Should.Throw<ArgumentOutOfRangeException>(() => new WebOptions { MaxBodyBytes = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new WebOptions { MaxRedirects = -1 });
        Should.Throw<ArgumentOutOfRangeException>(() => new WebOptions { MaxAttempts = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new WebOptions { MaxConcurrency = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new WebOptions { MaxConcurrencyPerHost = 0 });
        Should.Throw<ArgumentOutOfRangeException>(() => new WebOptions { MaxFeedsPerList = 0 });
        Should.Throw<ArgumentException>(() => new WebOptions { UserAgent = "" });
        Should.Throw<ArgumentException>(() => new WebOptions { UserAgent = "a\r\nCookie: b" });
    }

    [Fact]
    public void The_least_settings_work()
    {
        using var server = new LoopbackServer(LoopbackServer.Ok(Fetching.TwoArticles));
        WebOptions options = Fetching.Options() with
        {
            MaxWait = TimeSpan.Zero,
            MaxRedirects = 0,
            MaxAttempts = 2,
            MaxConcurrency = 1,
            MaxConcurrencyPerHost = 1,
            MaxBodyBytes = 1024,
        };

        Fetching.Items(options, server.At(), server.At()).Ids().ShouldBe(["a", "b", "a", "b"]);
    }
}
