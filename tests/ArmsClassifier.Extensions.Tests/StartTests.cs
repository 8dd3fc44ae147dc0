using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ArmsClassifier.Extensions.Tests;

/// <summary>What a host makes of options and model files as it starts.</summary>
public sealed class StartTests : IDisposable
{
    private readonly ModelFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_host_starts_with_its_models_loaded()
    {
        using IHost host = Host(services => services.AddArmsClassifier().AddArmsClassifier("mine", options => options.ModelPath = "model.safetensors"));

        await host.StartAsync(TestContext.Current.CancellationToken);

        ClassifierStatus status = host.Services.GetRequiredKeyedService<ClassifierSource>("mine").Status;
        status.ModelPath.ShouldBe(_folder.Model, "a relative path starts at the content root");
        status.ModelId.ShouldMatch("^small@[0-9a-f]{12}$");
        status.FileTime.ShouldBe(new DateTimeOffset(File.GetLastWriteTimeUtc(_folder.Model)));
        await host.StopAsync(TestContext.Current.CancellationToken);
    }

    public static TheoryData<string, Action<ArmsClassifierOptions>> OutOfRange { get; } = new()
    {
        { "Coverage is 1.5; it is a share between 0 and 1, such as 0.8", options => options.Coverage = 1.5 },
        { "Coverage is NaN; it is a share between 0 and 1, such as 0.8", options => options.Coverage = double.NaN },
        {
            "CheckInterval is 00:00:00.0010000; it is between 00:00:00.1000000 and 1.00:00:00 (",
            options => options.CheckInterval = TimeSpan.FromMilliseconds(1)
        },
        { "ReloadOnChange is set without ModelPath", options => options.ReloadOnChange = true },
        { "ModelPath is empty", options => options.ModelPath = " " },
        { "Prior gives 'sale' the share 0;", options => options.Prior["sale"] = 0 },
    };

    [Theory]
    [MemberData(nameof(OutOfRange), DisableDiscoveryEnumeration = true)]
    public async Task Options_out_of_range_end_the_start(string message, Action<ArmsClassifierOptions> configure)
    {
        Exception error = await FailureOf(configure);

        error.ShouldBeOfType<OptionsValidationException>().Message.ShouldStartWith($"ArmsClassifier 'mine': {message}");
    }

    [Fact]
    public async Task A_missing_model_file_ends_the_start()
    {
        string path = Path.Combine(_folder.Root, "nowhere", "m.safetensors");

        Exception error = await FailureOf(options => options.ModelPath = path);

        error.ShouldBeOfType<FileNotFoundException>().Message.ShouldBe($"{path}: there is no such model file; check ModelPath and put the file there");
    }

    [Fact]
    public async Task A_folder_is_no_model_file() =>
        (await FailureOf(options => options.ModelPath = _folder.Root)).Message.ShouldStartWith($"{_folder.Root}: there is no such model file");

    [Theory]
    [InlineData(0, "0 bytes; a model file has some")]
    [InlineData(1000, "get the file again or train anew")]
    public async Task A_damaged_model_file_ends_the_start(int bytes, string cure)
    {
        _folder.Write(ModelFolder.Version(1)[..bytes]);

        Exception error = await FailureOf(options => options.ModelPath = _folder.Model);

        error.ShouldBeOfType<ModelFormatException>().Message.ShouldStartWith($"{_folder.Model}: ");
        error.Message.ShouldContain(cure);
    }

    [Theory]
    [InlineData(true, "the options do not fit the model: the prior names 'sales', which is no label of the model")]
    [InlineData(false, "the options do not fit the bundled model: the prior names 'sales', which is no label of the model")]
    public async Task A_prior_that_does_not_fit_the_model_ends_the_start(bool isFile, string message)
    {
        Exception error = await FailureOf(options =>
        {
            options.ModelPath = isFile ? _folder.Model : null;
            options.Prior["sales"] = 0.5;
        });

        error.ShouldBeOfType<ModelFormatException>().Message.ShouldContain(message);
    }

    private async Task<Exception> FailureOf(Action<ArmsClassifierOptions> configure)
    {
        using IHost host = Host(services => services.AddArmsClassifier("mine", configure));
        return await Should.ThrowAsync<Exception>(() => host.StartAsync(TestContext.Current.CancellationToken));
    }

    private IHost Host(Action<IServiceCollection> add)
    {
        HostApplicationBuilder builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(
            new HostApplicationBuilderSettings { ContentRootPath = _folder.Root });
        add(builder.Services);
        return builder.Build();
    }
}
