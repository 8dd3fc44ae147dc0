using System.Globalization;
using System.Security.Cryptography;

namespace ArmsClassifier.Training.Tests;

public sealed class TrainerDeterminismTests
{
    private static readonly LabelledPassage[] s_rows = SyntheticNews.Passages(30);

    private static readonly Lazy<TrainingResult> s_reference = new(() => TrainedNews.Train(s_rows));

    // Run again in a child process, this test writes what it trained to the file that the environment names.
    [Fact]
    public void The_same_rows_give_the_same_bytes()
    {
        string hash = Hash(TrainedNews.Train(s_rows));
        if (Environment.GetEnvironmentVariable(ChildTraining.HashFileVariable) is { } path)
        {
            File.WriteAllText(path, $"{hash} {Environment.ProcessorCount} {CultureInfo.CurrentCulture.Name}");
        }

        hash.ShouldBe(Hash(s_reference.Value));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Shuffled_rows_give_the_same_bytes(ulong seed) => Hash(TrainedNews.Train(SyntheticNews.Shuffled(s_rows, seed))).ShouldBe(Hash(s_reference.Value));

    [Fact]
    public void Rows_that_differ_in_their_role_alone_give_the_same_bytes_in_any_order()
    {
        LabelledPassage[] rows = [.. s_rows, .. s_rows.Select(p => p with { Role = PassageRole.Standfirst })];

        Hash(Trainer.Train([.. rows.Reverse()])).ShouldBe(Hash(Trainer.Train(rows)));
    }

    [Fact]
    public void Rows_that_differ_in_their_table_alone_give_the_same_bytes_in_any_order()
    {
        LabelledPassage[] rows = [.. s_rows, .. s_rows.Take(45).Select(p => p with { Table = "other" })];
        var settings = new TrainingSettings { FeedTables = ["other"], TableWeights = new Dictionary<string, double> { ["other"] = 3 } };

        Hash(Trainer.Train([.. rows.Reverse()], settings: settings)).ShouldBe(Hash(Trainer.Train(rows, settings: settings)));
    }

    [Fact]
    public void The_order_and_the_folder_of_files_do_not_matter()
    {
        using var folder = new TempFolder();
        string[] lines = [.. s_rows.Select(p => $"{p.Article},{p.Position},{p.Role},{p.Label},{p.Also},\"{p.Text}\"\n")];
        const string Header = "article,position,role,label,also,text\n";
        string a = folder.Write("here/a.csv", Header + string.Concat(lines[..45]));
        string b = folder.Write("here/b.csv", Header + string.Concat(lines[45..]));
        folder.Write("there/b.csv", "\uFEFF" + (Header + string.Concat(lines[45..].Reverse())).ReplaceLineEndings("\r\n"));
        folder.Write("there/a.csv", Header + string.Concat(lines[..45].Reverse()));

        string reference = HashOfFiles(a, b);

        HashOfFiles(b, a).ShouldBe(reference);
        HashOfFiles(Path.Combine(folder.Root, "there")).ShouldBe(reference);
    }

    // The project runs with InvariantGlobalization, where these cultures cannot be had by name: here they are put together from what
    // differs in them, and the child processes below run with the real ones.
    [Theory]
    [InlineData("tr-TR", ",", ".", "-")]
    [InlineData("de-DE", ",", ".", "-")]
    [InlineData("ar-SA", "\u066b", "\u066c", "\u061c-")]
    public void The_culture_does_not_matter(string name, string point, string group, string minus)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        (culture.NumberFormat.NumberDecimalSeparator, culture.NumberFormat.NumberGroupSeparator, culture.NumberFormat.NegativeSign) = (point, group, minus);
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentCulture = culture;
            Hash(TrainedNews.Train(s_rows)).ShouldBe(Hash(s_reference.Value), name);
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
            CultureInfo.DefaultThreadCurrentCulture = null;
        }
    }

    [Theory]
    [InlineData(1, "tr-TR")]
    [InlineData(2, "de-DE")]
    [InlineData(8, "ar-SA")]
    public async Task Neither_the_number_of_processors_nor_the_culture_of_the_machine_matters(int processors, string culture)
    {
        Assert.SkipWhen(Environment.GetEnvironmentVariable(ChildTraining.HashFileVariable) is not null, "a child has no children");
        string[] told = await ChildTraining.Run(processors, culture, TestContext.Current.CancellationToken);

        told.ShouldBe([Hash(s_reference.Value), processors.ToString(CultureInfo.InvariantCulture), culture]);
    }

    [Fact]
    public void Other_data_have_another_hash()
    {
        LabelledPassage[] changed = [.. s_rows];
        changed[7] = changed[7] with { Text = changed[7].Text + " again" };

        TrainedNews.Train(changed).Info.TrainingDataHash.ShouldNotBe(s_reference.Value.Info.TrainingDataHash);
        Trainer.Train(s_rows).Info.TrainingDataHash.ShouldNotBe(s_reference.Value.Info.TrainingDataHash);
    }

    private static string HashOfFiles(params string[] paths)
    {
        var errors = new List<TableError>();
        TrainingResult result = Trainer.Train(LabelledTable.ReadAll(paths, errors));
        errors.ShouldBeEmpty();
        return Hash(result);
    }

    private static string Hash(TrainingResult result) => Convert.ToHexStringLower(SHA256.HashData(result.Model.Span));
}
