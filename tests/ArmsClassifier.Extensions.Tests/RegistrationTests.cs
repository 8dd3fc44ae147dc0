using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ArmsClassifier.Extensions.Tests;

public sealed class RegistrationTests : IDisposable
{
    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Without_options_the_bundled_model_is_the_one_classifier()
    {
        using ServiceProvider services = Services(s => s.AddArmsClassifier());

        Classifier classifier = services.GetRequiredService<Classifier>();

        classifier.Model.Name.ShouldBe("arms-news-en");
        services.GetRequiredService<Classifier>().ShouldBeSameAs(classifier);
        services.GetRequiredService<ClassifierSource>().Current.ShouldBeSameAs(classifier);
        services.GetRequiredService<ClassifierSource>().Status.ModelId.ShouldMatch(@"^arms-news-en@\d+\.\d+\.\d+$");
        services.GetRequiredService<ClassifierSource>().Reload().ShouldBe(ReloadOutcome.Unchanged);
    }

    [Fact]
    public void Named_models_stand_beside_the_one_without_a_name()
    {
        string other = Path.Combine(_folder.Root, "other.safetensors");
        _folder.Write(ModelFolder.Version(2), other);
        using ServiceProvider services = Services(s => s
            .AddArmsClassifier()
            .AddArmsClassifier("one", options => options.ModelPath = _folder.Model)
            .AddArmsClassifier("two", options => options.ModelPath = other));

        ModelFolder.Answer(services.GetRequiredKeyedService<Classifier>("one")).ShouldBe(ModelFolder.Answer(ModelFolder.Version(1)));
        ModelFolder.Answer(services.GetRequiredKeyedService<Classifier>("two")).ShouldBe(ModelFolder.Answer(ModelFolder.Version(2)));
        services.GetRequiredKeyedService<ClassifierSource>("two").Current.ShouldBeSameAs(services.GetRequiredKeyedService<Classifier>("two"));
        services.GetRequiredService<Classifier>().Model.Name.ShouldBe("arms-news-en");
        services.GetKeyedService<Classifier>("three").ShouldBeNull();
    }

    [Fact]
    public void Calls_add_up()
    {
        using ServiceProvider services = Services(s => s
            .AddArmsClassifier(options => options.ModelPath = _folder.Model)
            .AddArmsClassifier(options => options.Coverage = 0.5)
            .AddArmsClassifier());

        services.GetServices<ClassifierSource>().Count().ShouldBe(1);
        ArmsClassifierOptions options = services.GetRequiredService<IOptions<ArmsClassifierOptions>>().Value;
        (options.ModelPath, options.Coverage).ShouldBe((_folder.Model, 0.5));
    }

    [Fact]
    public void Options_come_from_configuration()
    {
        IConfiguration configuration = Configuration(
            ("ModelPath", _folder.Model), ("Coverage", "0.95"), ("Prior:none", "0.9"), ("DetectLanguage", "false"),
            ("ReloadOnChange", "true"), ("CheckInterval", "00:01:30"), ("AllowOtherLabels", "True"));
        using ServiceProvider services = Services(s => s.AddArmsClassifier(configuration).AddArmsClassifier("named", configuration));

        foreach (string name in (string[])["", "named"])
        {
            ArmsClassifierOptions options = services.GetRequiredService<IOptionsMonitor<ArmsClassifierOptions>>().Get(name);
            options.ModelPath.ShouldBe(_folder.Model);
            options.Coverage.ShouldBe(0.95);
            options.Prior.ShouldBe([new KeyValuePair<string, double>("none", 0.9)]);
            options.DetectLanguage.ShouldBeFalse();
            options.ReloadOnChange.ShouldBeTrue();
            options.CheckInterval.ShouldBe(TimeSpan.FromSeconds(90));
            options.AllowOtherLabels.ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData("Covarage", "0.9", "Covarage is no setting of ArmsClassifier; there are ModelPath, Coverage,")]
    [InlineData("Prior", "none", "Prior is 'none'; a prior is a share a label, such as Prior:none = 0.9")]
    [InlineData("Coverage", "much", "Coverage")]
    [InlineData("CheckInterval", "soon", "CheckInterval")]
    [InlineData("Prior:none", "0,9", "Prior:none")]
    public void A_key_that_is_unknown_and_a_value_that_is_none_are_named(string key, string value, string named)
    {
        using ServiceProvider services = Services(s => s.AddArmsClassifier(Configuration((key, value))));

        Should.Throw<InvalidOperationException>(services.GetRequiredService<Classifier>).Message.ShouldContain(named);
    }

    [Fact]
    public void The_prior_moves_the_answers()
    {
        using ServiceProvider services = Services(s => s
            .AddArmsClassifier()
            .AddArmsClassifier("quiet", options => options.Prior["none"] = 0.999));
        const string News = "The firm said that it delivered parts.";

        services.GetRequiredKeyedService<Classifier>("quiet").Classify(News).Probabilities.Single(p => p.Label == "none").Probability
            .ShouldBeGreaterThan(services.GetRequiredService<Classifier>().Classify(News).Probabilities.Single(p => p.Label == "none").Probability);
    }

    [Fact]
    public void Who_injects_a_classifier_whose_file_is_watched_is_told_that_it_stays()
    {
        using var log = new LogLines();
        using ServiceProvider services = Services(s => s
            .AddLogging(logging => logging.AddProvider(log))
            .AddArmsClassifier(options =>
            {
                options.ModelPath = _folder.Model;
                options.ReloadOnChange = true;
            }));

        services.GetRequiredService<ClassifierSource>();
        log.Of(LogLevel.Warning).ShouldBeEmpty();
        services.GetRequiredService<Classifier>();
        services.GetRequiredService<Classifier>();

        log.Of(LogLevel.Warning).ShouldHaveSingleItem().ShouldContain("inject ClassifierSource");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void A_name_says_something(string name) =>
        Should.Throw<ArgumentException>(() => new ServiceCollection().AddArmsClassifier(name));

    [Fact]
    public void A_source_needs_no_container()
    {
        using var source = new ClassifierSource(new ArmsClassifierOptions { ModelPath = _folder.Model });

        ModelFolder.Answer(source.Current).ShouldBe(ModelFolder.Answer(ModelFolder.Version(1)));
        source.Classify(ModelFolder.Text).Label.ShouldBe(source.Current.Classify(ModelFolder.Text).Label);
    }

    private static ServiceProvider Services(Action<IServiceCollection> add)
    {
        var services = new ServiceCollection();
        add(services);
        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
}
