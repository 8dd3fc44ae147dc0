using ArmsClassifier.Training;
using ArmsClassifier.Training.Tests;

namespace ArmsClassifier.MLNet.Tests.Trainers;

public sealed class TrainedModelTests
{
    [Fact]
    public void Each_linear_trainer_of_MLNet_gives_a_model_file_that_says_so()
    {
        LabelledPassage[] passages = SyntheticNews.Passages(60);
        foreach (IWeightTrainer trainer in WeightTrainers.All)
        {
            TrainingResult result = Trainer.Train(passages, settings: new TrainingSettings { WeightTrainer = trainer });

            using var stream = new MemoryStream(result.Model.ToArray());
            var classifier = Classifier.Load(stream);
            classifier.Model.Settings["trainer"].ShouldBe(trainer.Name);
            Evaluator.Report(Evaluator.Predict(new Classifier(classifier.Linear, new ClassifierOptions { DetectLanguage = false }), passages)).Accuracy.ShouldBeGreaterThan(0.9, trainer.Name);
            result.Report.Accuracy.ShouldBeGreaterThan(0.6, trainer.Name);
        }
    }
}
