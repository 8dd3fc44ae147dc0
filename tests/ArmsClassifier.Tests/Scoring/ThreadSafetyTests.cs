namespace ArmsClassifier.Tests.Scoring;

public sealed class ThreadSafetyTests
{
    private const int Threads = 64;

    [Fact]
    public void Sixty_four_threads_on_one_classifier_answer_as_one_does()
    {
        Classifier classifier = Bundled.Load();
        string[] passages = [.. Repository.Passages().Take(150)];
        string[] alone = Answers(classifier, passages, first: 0);
        var answers = new string[Threads][];
        var failures = new Exception?[Threads];
        using var start = new Barrier(Threads);
        Thread[] threads =
        [
            .. Enumerable.Range(0, Threads).Select(number => new Thread(() =>
            {
                start.SignalAndWait();
                try
                {
                    answers[number] = Answers(classifier, passages, first: number * 7);
                }
                catch (Exception error)
                {
                    failures[number] = error;
                }
            })),
        ];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());

        failures.ShouldAllBe(failure => failure == null);
        answers.ShouldAllBe(answer => answer.SequenceEqual(alone));
    }

    private static string[] Answers(Classifier classifier, string[] passages, int first)
    {
        var answers = new string[passages.Length];
        var probabilities = new double[classifier.Model.Labels.Count];
        for (int i = 0; i < passages.Length; i++)
        {
            int at = (first + i) % passages.Length;
            PassageResult result = classifier.Classify(passages[at], explain: true);
            int best = classifier.Classify(passages[at], probabilities);
            answers[at] = $"{result.Label} {result.Score:R} {best} {string.Join(' ', probabilities)} {string.Join(' ', result.Evidence)}";
        }

        return answers;
    }
}
