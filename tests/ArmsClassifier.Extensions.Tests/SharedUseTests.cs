namespace ArmsClassifier.Extensions.Tests;

/// <summary>Many threads ask while good and bad versions of the model come and go.</summary>
[Collection(nameof(Alone))]
public sealed class SharedUseTests : IDisposable
{
    private const int Threads = 64;
    private const int Swaps = 20;

    private static readonly string[] s_texts =
    [
        ModelFolder.Text, "He vetoes it.", "It delivers arms for 3 million.", "Saudi Arabia recalls the deal.", "Why football?", "Words.", "",
        string.Concat(Enumerable.Repeat("The arms deal delivers. ", 50)),
    ];

    private readonly ModelFolder _folder = new();
    private long _asked;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_answer_is_that_of_a_good_model_alone()
    {
        byte[][] good = [ModelFolder.Version(1), ModelFolder.Version(2)];
        double[][][] expected = [.. good.Select(model => s_texts.Select(text => ModelFolder.Answer(model, text)).ToArray())];
        using var source = new ClassifierSource(new ArmsClassifierOptions { ModelPath = _folder.Model });
        var answers = new long[Threads][];
        var failures = new Exception?[Threads];
        using var start = new Barrier(Threads + 1);
        bool isOver = false;
        Thread[] threads = [.. Enumerable.Range(0, Threads).Select(number => new Thread(() =>
        {
            start.SignalAndWait();
            try
            {
                answers[number] = Ask(source, expected, number, () => Volatile.Read(ref isOver));
            }
            catch (Exception error)
            {
                failures[number] = error;
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());
        start.SignalAndWait(TestContext.Current.CancellationToken);

        int reloaded;
        try
        {
            reloaded = Swap(source, good);
        }
        finally
        {
            Volatile.Write(ref isOver, true);
            Array.ForEach(threads, thread => thread.Join());
        }

        failures.ShouldAllBe(failure => failure == null);
        reloaded.ShouldBe(Swaps / 2);
        answers.Sum(counts => counts[0]).ShouldBeGreaterThan(0, "the first model answered");
        answers.Sum(counts => counts[1]).ShouldBeGreaterThan(0, "the second model answered");
        ModelFolder.Answer(source.Current).ShouldBe(ModelFolder.Answer(good[0]), "the last good one is the first model");
    }

    /// <summary>Asks until it is over; counts the answers of each model and refuses any other.</summary>
    private long[] Ask(ClassifierSource source, double[][][] expected, int first, Func<bool> isOver)
    {
        var counts = new long[expected.Length];
        var probabilities = new double[5];
        for (int i = first; !isOver() || i < first + s_texts.Length; i++)
        {
            int text = i % s_texts.Length;
            Classifier taken = source.Current;
            taken.Classify(s_texts[text], probabilities);
            int model = ModelOf(probabilities);
            counts[model]++;
            taken.Classify(s_texts[text], probabilities);
            Assert.True(ModelOf(probabilities) == model, "a classifier that was taken stays what it is");
            source.Classify(s_texts[text], probabilities);
            ModelOf(probabilities);
            PassageResult whole = source.Classify(s_texts[text]);
            ModelOf([.. whole.Probabilities.Select(p => p.Probability)]);

            int ModelOf(double[] answer)
            {
                int of = Array.FindIndex(expected, answers => answers[text].AsSpan().SequenceEqual(answer));
                return of >= 0 ? of : throw new InvalidOperationException($"{string.Join(' ', answer)} is the answer of no good model");
            }

            Interlocked.Increment(ref _asked);
        }

        return counts;
    }

    /// <summary>Puts in service good and bad versions in turn; returns how many good ones replaced another.</summary>
    private int Swap(ClassifierSource source, byte[][] good)
    {
        byte[][] bad = [good[0][..^100], [], [1, 2, 3], ModelFolder.OtherLabels(), Flipped([.. good[1]])];
        int reloaded = 0;
        for (int swap = 1; swap <= Swaps; swap++)
        {
            bool isGood = swap % 2 == 1;
            _folder.Write(isGood ? good[swap / 2 % 2 == 0 ? 1 : 0] : bad[swap / 2 % bad.Length]);
            source.Reload().ShouldBe(isGood ? ReloadOutcome.Reloaded : ReloadOutcome.Refused, $"swap {swap}");
            reloaded += isGood ? 1 : 0;
            long asked = Interlocked.Read(ref _asked) + Threads;
            SpinWait.SpinUntil(() => Interlocked.Read(ref _asked) >= asked || TestContext.Current.CancellationToken.IsCancellationRequested);
        }

        return reloaded;
    }

    private static byte[] Flipped(byte[] model)
    {
        model[^20] ^= 4;
        return model;
    }
}
