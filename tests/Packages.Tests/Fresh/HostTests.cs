using System.Diagnostics;
using System.Net.Http.Json;
using System.Text.Json;

namespace ArmsClassifier.Packages.Tests.Fresh;

/// <summary>The package in the hosts that services run in.</summary>
public sealed class HostTests(PackedProducts packed)
{
    private const string Framework = "<TargetFramework>net10.0</TargetFramework>";
    private const string Listening = "Now listening on: ";

    private const string Worker = """
        using ArmsClassifier;

        HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(Classifier.LoadBundled());
        builder.Services.AddHostedService<Worker>();
        builder.Build().Run();

        internal sealed class Worker(Classifier classifier, IHostApplicationLifetime lifetime) : BackgroundService
        {
            protected override Task ExecuteAsync(CancellationToken stoppingToken)
            {
                PassageResult result = classifier.Classify("$TEXT");
                $PRINT
                lifetime.StopApplication();
                return Task.CompletedTask;
            }
        }
        """;

    [Fact]
    public async Task The_readme_of_Extensions_is_a_web_API_that_answers_as_the_project_does()
    {
        string[] packages = ["ArmsClassifier.Extensions"];
        var project = new FreshProject(packed, "Api", Framework, packages, Readme.Program("ArmsClassifier.Extensions"), "Microsoft.NET.Sdk.Web");
        string output = await project.Build("net10.0");
        ProcessStartInfo start = Command.StartInfo(project.Folder, packed.Environment, project.Program(output), "--urls", "http://127.0.0.1:0");
        using Process server = Process.Start(start)!;
        try
        {
            using var client = new HttpClient { BaseAddress = await Address(server.StandardOutput) };
            HttpResponseMessage response = await client.PostAsJsonAsync("classify", new { Text = Expected.Text }, TestContext.Current.CancellationToken);

            PassageResult? result = await response.EnsureSuccessStatusCode().Content
                .ReadFromJsonAsync<PassageResult>(JsonSerializerOptions.Web, TestContext.Current.CancellationToken);
            Expected.LineOf(result!).ShouldBe(Expected.Line);
            (await client.GetStringAsync("health", TestContext.Current.CancellationToken)).ShouldBe("Healthy");
        }
        finally
        {
            server.Kill(entireProcessTree: true);
            await server.WaitForExitAsync(CancellationToken.None);
        }
    }

    [Fact]
    public async Task A_worker_service_answers_as_the_project_does()
    {
        string program = Worker.Replace("$TEXT", Expected.Text, StringComparison.Ordinal).Replace("$PRINT", Expected.Print.TrimEnd(), StringComparison.Ordinal);
        var project = new FreshProject(
            packed, "Worker", Framework, ["ArmsClassifier", "Microsoft.Extensions.Hosting 10.0.14"], program, "Microsoft.NET.Sdk.Worker");

        (await project.Run(await project.Build("net10.0"))).Lines.ShouldBe([Expected.Line]);
    }

    private static async Task<Uri> Address(StreamReader output)
    {
        var said = new List<string>();
        while (await output.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            said.Add(line);
            int at = line.IndexOf(Listening, StringComparison.Ordinal);
            if (at >= 0)
            {
                return new Uri(line[(at + Listening.Length)..].Trim());
            }
        }

        throw new InvalidOperationException("the server never listened: " + string.Join('\n', said));
    }
}
