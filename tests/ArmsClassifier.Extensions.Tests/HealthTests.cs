using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ArmsClassifier.Extensions.Tests;

public sealed class HealthTests : IDisposable
{
    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_model_that_answers_is_healthy_and_says_what_it_is()
    {
        using ServiceProvider services = Services();

        HealthReport report = await Report(services);

        HealthReportEntry bundled = report.Entries["armsclassifier"];
        bundled.Status.ShouldBe(HealthStatus.Healthy);
        bundled.Data["labels"].ShouldBe(services.GetRequiredService<Classifier>().Model.Labels);
        bundled.Data.Keys.ShouldNotContain("path");
        HealthReportEntry mine = report.Entries["armsclassifier-mine"];
        mine.Status.ShouldBe(HealthStatus.Healthy);
        mine.Description.ShouldBe($"{mine.Data["model"]} is in service");
        mine.Data["path"].ShouldBe(_folder.Model);
        mine.Data["fileTime"].ShouldBe(new DateTimeOffset(File.GetLastWriteTimeUtc(_folder.Model)));
        mine.Data.Keys.ShouldContain("loadedAt");
    }

    [Fact]
    public async Task A_file_that_cannot_replace_the_model_degrades_until_it_can()
    {
        using ServiceProvider services = Services();
        ClassifierSource source = services.GetRequiredKeyedService<ClassifierSource>("mine");
        _folder.Write([1, 2, 3]);
        source.Reload();

        HealthReportEntry mine = (await Report(services)).Entries["armsclassifier-mine"];
        mine.Status.ShouldBe(HealthStatus.Degraded);
        mine.Description.ShouldNotBeNull().ShouldStartWith(_folder.Model);
        mine.Data.Keys.ShouldContain("failedAt");

        _folder.Write(ModelFolder.Version(2));
        source.Reload();
        (await Report(services)).Status.ShouldBe(HealthStatus.Healthy);
    }

    [Fact]
    public async Task A_model_that_cannot_be_loaded_is_unhealthy()
    {
        File.Delete(_folder.Model);
        using ServiceProvider services = Services();

        HealthReport report = await Report(services);

        report.Entries["armsclassifier"].Status.ShouldBe(HealthStatus.Healthy);
        report.Entries["armsclassifier-mine"].Status.ShouldBe(HealthStatus.Unhealthy);
        report.Entries["armsclassifier-mine"].Description.ShouldNotBeNull().ShouldContain("there is no such model file");
    }

    [Fact]
    public async Task A_name_that_nothing_is_registered_under_is_reported_as_asked()
    {
        var services = new ServiceCollection();
        services.AddLogging().AddHealthChecks().AddArmsClassifier("other", name: "check", failureStatus: HealthStatus.Degraded, tags: ["ready"]);
        using ServiceProvider provider = services.BuildServiceProvider();

        HealthReportEntry entry = (await Report(provider)).Entries["check"];

        entry.Status.ShouldBe(HealthStatus.Degraded);
        entry.Description.ShouldNotBeNull().ShouldContain("no model is registered under the name 'other'");
        entry.Tags.ShouldBe(["ready"]);
    }

    private static Task<HealthReport> Report(ServiceProvider services) =>
        services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken);

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddArmsClassifier().AddArmsClassifier("mine", options => options.ModelPath = _folder.Model);
        services.AddHealthChecks().AddArmsClassifier().AddArmsClassifier("mine");
        return services.BuildServiceProvider();
    }
}
