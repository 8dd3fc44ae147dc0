// A web API: labels passages and articles, describes itself at /openapi/v1.json, and tells at /health whether its model is well.
using System.Text.Json.Serialization;
using ArmsClassifier;
using ArmsClassifier.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

WebApplicationBuilder builder = WebApplication.CreateSlimBuilder(args);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = Api.MaxRequestBytes);
builder.Services.AddArmsClassifier(builder.Configuration.GetSection("ArmsClassifier"));
builder.Services.AddHealthChecks().AddArmsClassifier();
builder.Services.AddOpenApi();
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, ApiJson.Default));

WebApplication app = builder.Build();
app.MapOpenApi();
app.MapHealthChecks("/health");
app.MapPost("/classify/passage", Results<Ok<PassageResult>, ProblemHttpResult> (PassageRequest request, ClassifierSource source) =>
    string.IsNullOrWhiteSpace(request.Text)
        ? Api.Refuse("'text' is missing or empty; send a passage")
        : TypedResults.Ok(source.Classify(request.Text, request.Explain)));
app.MapPost("/classify/article", Results<Ok<ArticleResult>, ProblemHttpResult> (ArticleRequest request, ClassifierSource source) =>
    request.Passages is not { Length: > 0 } texts || texts.Any(string.IsNullOrWhiteSpace)
        ? Api.Refuse("'passages' is missing or empty, or one of them is; send the paragraphs of an article")
        : TypedResults.Ok(source.Classify(new Article
        {
            Id = request.Title ?? "",
            Passages = [.. request.Title is { } title ? [new Passage(title, PassageRole.Title)] : (Passage[])[], .. texts.Select(text => new Passage(text!))],
        })));
app.Run();

internal static class Api
{
    public const long MaxRequestBytes = 1 << 20;

    public static ProblemHttpResult Refuse(string reason) => TypedResults.Problem(reason, statusCode: StatusCodes.Status400BadRequest);
}

internal sealed record PassageRequest(string? Text, bool Explain = false);

internal sealed record ArticleRequest(string?[]? Passages, string? Title = null);

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(PassageRequest))]
[JsonSerializable(typeof(PassageResult))]
[JsonSerializable(typeof(ArticleRequest))]
[JsonSerializable(typeof(ArticleResult))]
internal sealed partial class ApiJson : JsonSerializerContext;
