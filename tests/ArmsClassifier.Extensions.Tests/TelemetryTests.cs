using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;

namespace ArmsClassifier.Extensions.Tests;

public sealed class TelemetryTests : IDisposable
{
    private const string Tags = "armsclassifier.model=small armsclassifier.source=default";
    private const string Foreign = "Die Regierung hat die Ausfuhr von Panzern nicht genehmigt, und der Minister will sich nicht dazu \u00E4u\u00DFern.";

    private readonly ModelFolder _folder = new();
    private readonly ManualTime _time = new();
    private readonly Meters _meters = new Meters().Listening();
    private readonly ClassifierSource _source;

    public TelemetryTests() => _source = new ClassifierSource(new ArmsClassifierOptions { ModelPath = _folder.Model }, _time, meters: _meters);

    public void Dispose()
    {
        _source.Dispose();
        _meters.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Passages_are_counted_by_label()
    {
        var probabilities = new double[5];

        _source.Classify("He vetoes it.");
        _source.Classify("He vetoes it.", probabilities);
        _source.Classify(Foreign);
        _source.Classify(Foreign, probabilities);

        _meters.Of("armsclassifier.passages").ShouldBe(
        [
            (1, $"armsclassifier.label=block {Tags}"), (1, $"armsclassifier.label=block {Tags}"),
            (1, $"armsclassifier.label=unsupported {Tags}"), (1, $"armsclassifier.label=unsupported {Tags}"),
        ]);
        _meters.Of("armsclassifier.passage.duration").ShouldBe([(0, Tags), (0, Tags), (0, Tags), (0, Tags)]);
    }

    [Fact]
    public void Passages_for_a_person_are_counted()
    {
        string[] texts = ["He vetoes it.", "It delivers.", "Words.", Foreign, "Poland delivers a football and vetoes the deal."];
        int expected = texts.Count(text => _source.Current.Classify(text).Abstained);
        expected.ShouldBeInRange(1, texts.Length - 1);

        Array.ForEach(texts, text => _source.Classify(text));

        _meters.Of("armsclassifier.abstentions").ShouldBe(Enumerable.Repeat((1.0, Tags), expected));
    }

    [Fact]
    public void An_article_is_timed_and_its_passages_are_counted_without_furniture()
    {
        _source.Classify(Article("a", "He vetoes it.", "It delivers."));

        _meters.Of("armsclassifier.passages").Select(m => m.Tags).ShouldBe(
            [$"armsclassifier.label=block {Tags}", $"armsclassifier.label=sale {Tags}"]);
        _meters.Of("armsclassifier.article.duration").ShouldBe([(0, Tags)]);
        _meters.Of("armsclassifier.passage.duration").ShouldBeEmpty();
    }

    [Fact]
    public void A_batch_has_one_model_and_is_timed_as_a_whole()
    {
        Article[] articles = [Article("a", "He vetoes it."), Article("b", "It delivers.")];

        IReadOnlyList<ArticleResult> results = _source.Classify(articles);

        results.Select(result => (result.Article.Id, result.Label)).ShouldBe([("a", "block"), ("b", "sale")]);
        _meters.Of("armsclassifier.batch.duration").ShouldBe([(0, Tags)]);
        _meters.Of("armsclassifier.article.duration").Length.ShouldBe(2);
        _source.Classify(Array.Empty<Article>()).ShouldBeEmpty();
    }

    [Fact]
    public void A_duration_is_in_seconds()
    {
        var slow = new SlowArticles(_time, Article("a", "He vetoes it."));

        _source.Classify(slow);

        _meters.Of("armsclassifier.batch.duration").ShouldBe([(2.5, Tags)]);
    }

    [Fact]
    public void Reloads_are_counted_by_outcome_and_a_bad_version_once()
    {
        _folder.Write(ModelFolder.Version(2, name: "next"));
        _source.Reload();
        _folder.Write([1, 2, 3]);
        _source.Reload();
        _source.Reload();
        File.Delete(_folder.Model);
        _source.Reload();
        _source.Reload();

        const string Next = "armsclassifier.model=next armsclassifier.reload.outcome";
        _meters.Of("armsclassifier.reloads").ShouldBe(
        [
            (1, $"{Next}=reloaded armsclassifier.source=default"), (1, $"{Next}=refused armsclassifier.source=default"),
            (1, $"{Next}=unreadable armsclassifier.source=default"),
        ]);
    }

    [Fact]
    public void A_named_model_measures_under_its_name_with_the_meters_of_its_host()
    {
        var services = new ServiceCollection();
        services.AddSingleton<System.Diagnostics.Metrics.IMeterFactory>(_meters).AddArmsClassifier("mine", options => options.ModelPath = _folder.Model);
        using ServiceProvider provider = services.BuildServiceProvider();

        provider.GetRequiredKeyedService<ClassifierSource>("mine").Classify("He vetoes it.");

        _meters.Of("armsclassifier.passages").ShouldHaveSingleItem().Tags.ShouldEndWith("armsclassifier.source=mine");
    }

    [Fact]
    public void Traces_tell_what_was_labelled_by_which_model()
    {
        List<string> seen = [];
        using var test = new Activity("test").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == ClassifierSource.TelemetryName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == test.TraceId)
                {
                    seen.Add($"{activity.OperationName} [{activity.Status}] {string.Join(' ', activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"))}");
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        string model = $"armsclassifier.source=default armsclassifier.model.id={_source.Status.ModelId}";

        _source.Classify("He vetoes it.");
        _source.Classify([Article("a", "It delivers.")]);
        _folder.Write(ModelFolder.Version(2)[..^1]);
        _source.Reload();

        seen.ShouldBe(
        [
            $"classify passage [Unset] {model} armsclassifier.label=block",
            $"classify article [Unset] {model} armsclassifier.article.id=a armsclassifier.label=sale",
            $"classify batch [Unset] {model} armsclassifier.articles=1",
            $"reload model [Error] {model}",
        ]);
    }

    [Fact]
    public void The_guide_names_every_instrument()
    {
        string repository = typeof(TelemetryTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "RepositoryFolder").Value!;
        string guide = File.ReadAllText(Path.Combine(repository, "docs", "embed.md"));

        _meters.Instruments.Count.ShouldBe(6);
        _meters.Instruments.ShouldAllBe(instrument => guide.Contains($"| `{instrument}` |"));
    }

    private static Article Article(string id, params string[] texts) =>
        new() { Id = id, Passages = [.. texts.Select(text => new Passage(text)), new Passage("Share this", PassageRole.Furniture)] };

    /// <summary>A batch that takes two and a half seconds to hand out its article.</summary>
    private sealed class SlowArticles(ManualTime time, Article article) : List<Article>([article]), IReadOnlyList<Article>
    {
        Article IReadOnlyList<Article>.this[int index]
        {
            get
            {
                time.Advance(TimeSpan.FromSeconds(2.5));
                return base[index];
            }
        }
    }
}
