// Trains on a table that has nothing to do with arms: letters to a town hall, and the office that each is for.
using ArmsClassifier;
using ArmsClassifier.Training;

var errors = new List<TableError>();
IReadOnlyList<LabelledPassage> letters = LabelledTable.Read(args is [string path] ? path : Path.Combine(AppContext.BaseDirectory, "letters.csv"), errors);
errors.ForEach(error => Console.WriteLine($"left out: {error}"));

TrainingResult trained = Trainer.Train(letters, settings: new TrainingSettings { ModelName = "letters" });
Console.WriteLine($"{trained.Info.TrainingPassages} letters, {trained.Info.Labels.Count} offices, right on {trained.Report.Accuracy:P0} of those held out");

Classifier classifier = Classifier.Load(new MemoryStream(trained.Model.ToArray()), new ClassifierOptions { DetectLanguage = false });
foreach (string letter in (string[])["There is a hole in the road again, and my bicycle fell into it.", "Could the library open on Sundays, please?"])
{
    PassageResult result = classifier.Classify(letter);
    Console.WriteLine($"{result.Label} {result.Probability:0.00}: {letter}");
}
