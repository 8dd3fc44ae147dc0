// Two models in one host: the bundled one, and one trained here from a table of one's own and found by its name.
using ArmsClassifier;
using ArmsClassifier.Extensions;
using ArmsClassifier.Training;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

string file = Path.Combine(Directory.CreateTempSubdirectory("two-models").FullName, "forces.safetensors");
File.WriteAllBytes(file, Forces.Train().ToArray());

HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
builder.Services.AddArmsClassifier();
builder.Services.AddArmsClassifier("forces", options =>
{
    options.ModelPath = file;
    options.ReloadOnChange = true;
});
builder.Services.AddSingleton<Desk>();
using IHost host = builder.Build();
await host.StartAsync();

Desk desk = host.Services.GetRequiredService<Desk>();
foreach (string passage in (string[])["Chile signed a contract to buy two frigates.", "The senate blocked the export of fighter jets to Iraq."])
{
    Console.WriteLine($"{desk.Sort(passage)}: {passage}");
}

await host.StopAsync();
File.Delete(file);

/// <summary>Sorts news by what happened and by whom it concerns: the bundled model says the one, the own model the other.</summary>
internal sealed class Desk(Classifier act, [FromKeyedServices("forces")] ClassifierSource force)
{
    public string Sort(string passage) => $"{act.Classify(passage).Label}, {force.Classify(passage).Label}";
}

/// <summary>A model of one's own, from a table of one's own.</summary>
internal static class Forces
{
    private static readonly (string Label, string[] Things)[] s_table =
    [
        ("navy", ["frigates", "submarines", "corvettes", "patrol ships"]),
        ("air force", ["fighter jets", "bombers", "tanker aircraft", "trainer aircraft"]),
        ("army", ["tanks", "howitzers", "rifles", "armoured vehicles"]),
    ];

    public static ReadOnlyMemory<byte> Train()
    {
        LabelledPassage[] rows =
        [
            .. from force in s_table
               from thing in force.Things
               from text in (string[])[$"The minister asked for {thing} again.", $"Parts for {thing} were late.", $"Nobody wanted the old {thing}."]
               select new LabelledPassage { Text = text, Label = force.Label, Article = text },
        ];
        return Trainer.Train(rows, settings: new TrainingSettings { ModelName = "forces", Folds = 3 }).Model;
    }
}
