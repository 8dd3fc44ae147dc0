using System.Globalization;
using ArmsClassifier.Feeds;
using ArmsClassifier.Training;

namespace ArmsClassifier.Packages.Tests.Fresh;

/// <summary>The programs that the readmes of the packages show, with the packages.</summary>
public sealed class ReadmeTests(PackedProducts packed)
{
    private const string Framework = "<TargetFramework>net10.0</TargetFramework>";

    private const string Weather = "Rain and wind all day.";

    private const string Feed = """
        <rss version="2.0"><channel><title>Desk</title>
        <item><title>Oslo orders howitzers</title><description>Norway signed a contract for 24 howitzers with a Korean maker on Monday.</description></item>
        <item><title>Vienna stops a shipment</title><description>Austria refused the export of ammunition to a country at war.</description></item>
        </channel></rss>
        """;

    [Fact]
    public async Task The_readme_of_Feeds_labels_a_folder_of_news()
    {
        var project = new FreshProject(packed, "ReadmeOfFeeds", Framework, ["ArmsClassifier.Feeds"], Readme.Program("ArmsClassifier.Feeds"));
        project.Write("news/desk.xml", Feed);
        project.Write("news/broken.jsonl", "{\"text\": \"The");
        Classifier classifier = Classifier.LoadBundled();
        IEnumerable<DocumentItem> items = DocumentReader.ReadPath(Path.Combine(project.Folder, "news"));
        Article[] articles = [.. items.Where(item => item.IsArticle).Select(item => item.Article!)];
        articles.Length.ShouldBe(2);

        Outcome run = await project.Run(await project.Build("net10.0"));

        run.Lines.ShouldBe(articles.Select(article => $"{classifier.Classify(article).Label}: {article.Title}"));
        run.Error.ShouldContain("broken.jsonl:1: ");
    }

    [Fact]
    public async Task The_readme_of_Training_trains_a_model_of_other_labels()
    {
        string program = Readme.Program("ArmsClassifier.Training") + $"PassageResult result = classifier.Classify(\"{Weather}\");\n" + Expected.Print;
        var project = new FreshProject(packed, "ReadmeOfTraining", Framework, ["ArmsClassifier.Training"], program);
        project.Write("passages.csv", "article,label,text\n" + string.Concat(Enumerable.Range(0, 60).Select(Row)));
        TrainingResult trained = Trainer.Train(LabelledTable.Read(Path.Combine(project.Folder, "passages.csv"), new List<TableError>()));
        using var model = new MemoryStream(trained.Model.ToArray());

        string[] lines = (await project.Run(await project.Build("net10.0"))).Lines;

        lines[0].ShouldBe(string.Create(CultureInfo.InvariantCulture, $"macro-F1 {trained.Report.MacroF1:0.00} on passages it was not trained on"));
        lines[1].ShouldBeOneOf("sport", "weather");
        lines[2].ShouldBe(Expected.LineOf(Classifier.Load(model).Classify(Weather)));
        File.ReadAllBytes(Path.Combine(project.Folder, "mine.safetensors")).ShouldBe(trained.Model.ToArray());
    }

    private static string Row(int i) => i % 2 == 0
        ? $"a{i},weather,{(i % 3 == 0 ? "Rain" : "Snow")} and a cold wind reached the coast on day {i} and the storm went on.\n"
        : $"a{i},sport,The {(i % 3 == 0 ? "striker" : "keeper")} won match {i} for the home team and the coach was glad.\n";
}
