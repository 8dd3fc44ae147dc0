namespace ArmsClassifier.Training.Tests;

public sealed class ShippedModelTests
{
    [Fact]
    public void The_shipped_model_was_trained_on_the_data_that_is_here()
    {
        var errors = new List<TableError>();
        LabelledPassage[] rows = Trainer.Canonical(LabelledTable.ReadAll([Path.Combine(ProjectFiles.Data, "passages")], errors));
        IReadOnlyList<LexiconEntry> lexicon = LexiconTable.ReadFolder(Path.Combine(ProjectFiles.Data, "lexicon"));
        ModelInfo shipped = Classifier.LoadBundled().Model;

        errors.ShouldBeEmpty();
        shipped.TrainingPassages.ShouldBe(rows.Length);
        shipped.TrainingDataHash.ShouldBe(DataHash.Of(rows, lexicon), "the data has changed: run the train command and commit the model with its card");
    }
}
