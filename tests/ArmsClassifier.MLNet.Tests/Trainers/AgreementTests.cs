using ArmsClassifier.MLNet.Trainers;
using ArmsClassifier.Training.Fitting;

namespace ArmsClassifier.MLNet.Tests.Trainers;

public sealed class AgreementTests
{
    [Fact]
    public void At_equal_regularisation_our_trainer_and_lbfgs_of_MLNet_agree_on_labels_and_loss()
    {
        Problem problem = Problem.News;
        double[] ours = new TwoRegressions().Fit(problem.Training, problem.Settings);
        double[] theirs = MaximumEntropyTrainer.Lbfgs.Fit(problem.Training, problem.Settings);

        int same = problem.Predict(ours).Zip(problem.Predict(theirs), (a, b) => a == b ? 1 : 0).Sum();

        ((double)same / problem.Training.Passages).ShouldBeGreaterThanOrEqualTo(0.995);
        problem.Loss(theirs).ShouldBe(problem.Loss(ours), 0.001 * problem.Loss(ours));
    }

    [Fact]
    public void Other_regularisation_gives_another_loss()
    {
        Problem problem = Problem.News;
        double[] theirs = MaximumEntropyTrainer.Lbfgs.Fit(problem.Training, problem.Settings with { C = 0.5 });

        problem.Loss(theirs).ShouldBeGreaterThan(1.005 * problem.Loss(new TwoRegressions().Fit(problem.Training, problem.Settings)));
    }

    [Fact]
    public void Each_trainer_of_MLNet_tells_nearly_all_labels_of_what_it_was_trained_on()
    {
        Problem problem = Problem.News;
        int[] truth = [.. Enumerable.Range(0, problem.Training.Passages).Select(passage => problem.Training.Shares(passage).IndexOf(problem.Training.Shares(passage).ToArray().Max()))];
        foreach (Training.IWeightTrainer trainer in WeightTrainers.All)
        {
            int[] predicted = problem.Predict(trainer.Fit(problem.Training, problem.Settings));

            predicted.Zip(truth, (a, b) => a == b ? 1.0 : 0).Average().ShouldBeGreaterThan(0.95, trainer.Name);
        }
    }

    [Fact]
    public void The_same_problem_gives_the_same_weights()
    {
        Problem problem = Problem.News;
        foreach (Training.IWeightTrainer trainer in WeightTrainers.All)
        {
            trainer.Fit(problem.Training, problem.Settings).ShouldBe(trainer.Fit(problem.Training, problem.Settings), trainer.Name);
        }
    }
}
