using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace ArmsClassifier.Cli.Tests.Batch;

public sealed class HtmlDigestTests : Folder
{
    private static readonly string[] s_browsers = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome-headless-shell"];

    private static readonly string[] s_payloads =
    [
        "<script>document.title='ran'</script>", "<img src=x onerror=\"document.title='ran'\">", "\"><svg onload=document.title='ran'>",
        "</style><script>document.title='ran'</script>", "</mark></p></article><iframe srcdoc=\"<script>top.document.title='ran'</script>\"></iframe>",
        "<a href=\"javascript:document.title='ran'\">x</a>", "<meta http-equiv=refresh content=\"0;url=data:text/html,ran\">", "\u0000<b>\u202e", "&lt;script&gt;", "<!--", "]]>",
    ];

    [Fact]
    public void Passages_are_grouped_by_label_with_the_words_that_decided_marked_and_background_is_only_counted()
    {
        string page = Digest(Article("Army orders tanks", "The ministry signed a contract for tanks and delivery begins next year."), Article("Rain", "Farmers wait for rain."));

        page.ShouldContain("<h2>sale</h2>");
        page.ShouldNotContain("<h2>none</h2>");
        page.ShouldContain("<mark>");
        page.ShouldNotContain("Farmers");
        Regex.Count(page, "<section", RegexOptions.NonBacktracking).ShouldBe(2);
    }

    [Fact]
    public void Nothing_of_the_input_becomes_markup_and_links_are_addresses_of_the_web()
    {
        string page = Digest([.. s_payloads.Select(payload => Article(payload, $"The ministry signed a contract for tanks {payload} and delivery begins next year.", "javascript:alert(1)"))]);

        page.ShouldNotContain("<script", Case.Insensitive);
        page.ShouldNotContain("<img", Case.Insensitive);
        page.ShouldNotContain("<svg", Case.Insensitive);
        page.ShouldNotContain("<iframe", Case.Insensitive);
        page.ShouldNotContain("href=\"javascript", Case.Insensitive);
        page.ShouldContain("default-src 'none'; style-src 'sha256-");
        page.ShouldContain("&lt;script&gt;document.title");
        foreach (Match link in Regex.Matches(page, "href=\"(.)", RegexOptions.NonBacktracking))
        {
            link.Groups[1].Value.ShouldBeOneOf("#", "h");
        }
    }

    [Fact]
    public void Of_many_passages_the_surest_are_shown()
    {
        string page = Digest([.. Enumerable.Range(0, 230).Select(i => Article("", string.Create(CultureInfo.InvariantCulture, $"The ministry signed a contract for tanks, delivery {i}.")))]);

        page.ShouldContain("The 200 surest of 230 passages.");
        Regex.Count(page, "<article>", RegexOptions.NonBacktracking).ShouldBe(200);
    }

    [Fact]
    public void A_browser_shows_the_page_in_its_style_and_runs_nothing()
    {
        string? browser = s_browsers.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name))).FirstOrDefault(File.Exists);
        Assert.SkipWhen(browser is null, "no chromium in PATH: the digest is not looked at in a browser");
        Digest([.. s_payloads.Select(payload => Article(payload, $"The ministry signed a contract for tanks {payload} and delivery begins next year."))]);

        string dom = Browse(browser!, "--dump-dom");
        WebUtility.HtmlDecode(dom).ShouldContain("document.title='ran'");
        Regex.Match(dom, "<title>([^<]*)", RegexOptions.NonBacktracking).Groups[1].Value.ShouldStartWith("Digest of");
        Regex.Count(dom, "<mark>", RegexOptions.NonBacktracking).ShouldBeGreaterThan(0);
        Browse(browser!, "--screenshot=" + At("page.png"), "--window-size=800,1200");
        new FileInfo(At("page.png")).Length.ShouldBeGreaterThan(10_000);
    }

    private string Browse(string browser, params string[] options)
    {
        var start = new ProcessStartInfo(browser) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string option in (string[])["--headless", "--no-sandbox", "--disable-gpu", "--user-data-dir=" + At("profile"), .. options, "file://" + At("digest.html")])
        {
            start.ArgumentList.Add(option);
        }

        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, error.GetAwaiter().GetResult());
        return output;
    }

    private static string Article(string title, string text, string link = "https://example.org/a?b=1&c=2") => JsonSerializer.Serialize(new { title, text, link });

    private string Digest(params string[] articles)
    {
        Command.Read(string.Join('\n', articles), "classify", "--model", TinyModel.File, "-f", "html", "-o", At("digest.html")).ExitCode.ShouldBe(0);
        return File.ReadAllText(At("digest.html"));
    }
}
