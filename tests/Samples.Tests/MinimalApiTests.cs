using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;

namespace ArmsClassifier.Samples.Tests;

/// <summary>The sample on a web server of its own, at a free port of this machine.</summary>
public sealed class MinimalApiTests : IDisposable
{
    private readonly QuietApi _api = new();
    private readonly HttpClient _client;

    public MinimalApiTests()
    {
        _api.UseKestrel(port: 0);
        _client = _api.CreateClient();
    }

    public void Dispose()
    {
        _client.Dispose();
        _api.Dispose();
    }

    [Fact]
    public async Task A_passage_gets_its_label_and_evidence_where_asked()
    {
        (HttpStatusCode status, JsonElement result) = await Post("/classify/passage", """{"text":"Poland signed a contract to buy 96 helicopters.","explain":true}""");

        status.ShouldBe(HttpStatusCode.OK);
        result.GetProperty("label").GetString().ShouldBe("sale");
        result.GetProperty("probabilities").GetArrayLength().ShouldBe(5);
        result.GetProperty("evidence").GetArrayLength().ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task An_article_gets_one_verdict_and_one_a_passage()
    {
        (HttpStatusCode status, JsonElement result) = await Post(
            "/classify/article", """{"title":"Export of tanks blocked","passages":["The government blocked the export of tanks.","Rain fell on the harvest festival."]}""");

        status.ShouldBe(HttpStatusCode.OK);
        result.GetProperty("label").GetString().ShouldBe("block");
        result.GetProperty("isArmsTrade").GetBoolean().ShouldBeTrue();
        JsonElement passages = result.GetProperty("passages");
        passages.GetArrayLength().ShouldBe(3);
        passages[0].GetProperty("passage").GetProperty("role").GetString().ShouldBe("Title");
        passages[2].GetProperty("result").GetProperty("label").GetString().ShouldBe("none");
    }

    [Theory]
    [InlineData("/classify/passage", "{}", "'text' is missing")]
    [InlineData("/classify/passage", """{"text":" "}""", "'text' is missing or empty")]
    [InlineData("/classify/article", """{"title":"Alone"}""", "'passages' is missing")]
    [InlineData("/classify/article", """{"passages":[]}""", "'passages' is missing or empty")]
    [InlineData("/classify/article", """{"passages":["One.",null]}""", "or one of them is")]
    public async Task What_is_no_text_is_refused_with_the_reason(string path, string request, string reason)
    {
        (HttpStatusCode status, JsonElement problem) = await Post(path, request);

        status.ShouldBe(HttpStatusCode.BadRequest);
        problem.GetProperty("detail").GetString().ShouldNotBeNull().ShouldContain(reason);
    }

    [Theory]
    [InlineData("{ no JSON")]
    [InlineData("""{"text":5}""")]
    public async Task What_is_no_request_is_refused(string request) => (await Post("/classify/passage", request)).Status.ShouldBe(HttpStatusCode.BadRequest);

    [Fact]
    public async Task A_request_of_more_than_a_megabyte_is_refused() =>
        (await Post("/classify/passage", $$"""{"text":"{{new string('a', 1 << 20)}}"}""")).Status.ShouldBe(HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task It_tells_that_it_is_well_and_describes_itself()
    {
        (await Get("/health")).ShouldBe("Healthy");
        using JsonDocument description = JsonDocument.Parse(await Get("/openapi/v1.json"));
        description.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).ShouldBe(["/classify/passage", "/classify/article"]);
        description.RootElement.GetProperty("components").GetProperty("schemas").GetProperty("PassageResult").GetProperty("properties")
            .EnumerateObject().Select(property => property.Name).ShouldContain("probabilities");
    }

    [Fact]
    public void A_guide_shows_its_lines() => Sample.ShouldBeShown("MinimalApi", "docs/embed.md", "minimal-api");

    private async Task<(HttpStatusCode Status, JsonElement Body)> Post(string path, string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using HttpResponseMessage response = await _client.PostAsync(path, content, TestContext.Current.CancellationToken);
        string body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, body.StartsWith('{') ? JsonDocument.Parse(body).RootElement : default);
    }

    private Task<string> Get(string path) => _client.GetStringAsync(path, TestContext.Current.CancellationToken);

    /// <summary>Logs nothing: standard output belongs to the process, and other samples are held to what they print.</summary>
    private sealed class QuietApi : WebApplicationFactory<Program>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder) => builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}
