namespace ArmsClassifier.Training.Tests;

public sealed class TrainingSettingsFileTests
{
    [Fact]
    public void What_is_named_is_set_and_the_rest_has_its_default()
    {
        TrainingSettings settings = Read("""{"c": 2.5, "feedTables": ["wire"], "labelRoles": {"a b": "background"}, "tableWeights": {"wire": 3}}""");

        (settings.C, settings.Folds, settings.ModelName).ShouldBe((2.5, new TrainingSettings().Folds, new TrainingSettings().ModelName));
        settings.FeedTables.ShouldBe(["wire"]);
        settings.LabelRoles.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, LabelRole>("a b", LabelRole.Background));
        settings.TableWeights.ShouldHaveSingleItem().ShouldBe(new KeyValuePair<string, double>("wire", 3));
    }

    [Fact]
    public void A_byte_order_mark_does_not_matter() => Read("\uFEFF{\"c\": 2}").C.ShouldBe(2);

    [Theory]
    [InlineData("{\n\"cc\": 2}", 2)]
    [InlineData("{\n\"c\": \"two\"}", 2)]
    [InlineData("{\"labelRoles\": {\"a\":\n\"theme\"}}", 2)]
    [InlineData("{\"labelRoles\": {\"a\": 1}}", 1)]
    [InlineData("{\"feedTables\": null}", 1)]
    [InlineData("[]", 1)]
    [InlineData("", 1)]
    public void What_is_no_setting_is_named_with_its_line(string json, int line) =>
        Should.Throw<DataFormatException>(() => Read(json)).Message.ShouldContain($"settings.json:{line}: ");

    [Fact]
    public void The_settings_of_the_project_name_labels_of_the_codebook_and_tables_that_are_there()
    {
        TrainingSettings settings = TrainingSettingsFile.Read(Path.Combine(ProjectFiles.Data, "training.json"));
        string[] tables = [.. ProjectFiles.PassageTables.Select(path => Path.GetFileNameWithoutExtension(path))];

        settings.LabelRoles.Keys.ShouldBe(ProjectFiles.CodebookLabels, ignoreOrder: true);
        settings.FeedTables.Concat(settings.TableWeights.Keys).Except(tables).ShouldBeEmpty();
    }

    private static TrainingSettings Read(string json)
    {
        using var folder = new TempFolder();
        return TrainingSettingsFile.Read(folder.Write("settings.json", json));
    }
}
