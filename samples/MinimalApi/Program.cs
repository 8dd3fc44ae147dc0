using System.Text.Json.Serialization;
using ArmsClassifier;
using ArmsClassifier.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = Limits.RequestBytes);
builder.Services.AddArmsClassifier(builder.Configuration.GetSection("ArmsClassifier"));
builder.Services.AddHealthChecks().AddArmsClassifier();
builder.Services.AddOpenApi();
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));

WebApplication app = builder.Build();
app.MapOpenApi();
app.MapHealthChecks("/health");
app.MapPost("/classify/passage", Results<Ok<PassageResult>, ProblemHttpResult> (PassageRequest request, ClassifierSource source) =>
    string.IsNullOrWhiteSpace(request.Text)
        ? TypedResults.Problem("text is empty; send a passage", statusCode: StatusCodes.Status400BadRequest)
        : TypedResults.Ok(source.Classify(request.Text, request.Explain)));
app.MapPost("/classify/article", Results<Ok<ArticleVerdict>, ProblemHttpResult> (ArticleRequest request, ClassifierSource source) =>
    request.Passages is not { Length: > 0 and <= Limits.Passages }
        ? TypedResults.Problem($"passages is empty or longer than {Limits.Passages}; send an article's paragraphs", statusCode: StatusCodes.Status400BadRequest)
        : TypedResults.Ok(ArticleVerdict.Of(source.Classify(request.ToArticle()))));
app.Run();

internal static class Limits
{
    public const long RequestBytes = 1 << 20;
    public const int Passages = 1_000;
}

internal sealed record PassageRequest(string Text, bool Explain = false);

internal sealed record ArticleRequest(string[] Passages, string Title = "")
{
    public Article ToArticle() => new()
    {
        Id = Title,
        Title = Title,
        Passages = [.. Title.Length == 0 ? [] : (Passage[])[new Passage(Title, PassageRole.Title)], .. Passages.Select(text => new Passage(text))],
    };
}

internal sealed record ArticleVerdict(string Label, bool IsArmsTrade, PassageResult?[] Passages)
{
    public static ArticleVerdict Of(ArticleResult result) => new(result.Label, result.IsArmsTrade, [.. result.Passages.Select(passage => passage.Result)]);
}

[JsonSerializable(typeof(PassageRequest))]
[JsonSerializable(typeof(PassageResult))]
[JsonSerializable(typeof(ArticleRequest))]
[JsonSerializable(typeof(ArticleVerdict))]
internal sealed partial class ApiJson : JsonSerializerContext;
