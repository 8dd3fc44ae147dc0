using System.Globalization;
using ArmsClassifier.Training;
using Spectre.Console;

namespace ArmsClassifier.Cli.Output;

/// <summary>Shows how far training is: a bar on a terminal, plain lines elsewhere.</summary>
internal static class TrainingProgress
{
    /// <summary>Runs <paramref name="train"/> under a display.</summary>
    /// <exception cref="OperationCanceledException">Cancelled; training stops at its next step.</exception>
    public static T Show<T>(Terminal terminal, Func<IProgress<TrainingStep>, T> train, CancellationToken cancellation)
    {
        if (!(terminal.IsErrorTerminal && terminal.WantsColour))
        {
            return train(new Steps(
                step => terminal.Say(string.Create(CultureInfo.InvariantCulture, $"training: {step.Doing} ({step.Done} of {step.Of} done)")), cancellation));
        }

        IAnsiConsole console = SpectreConsole.On(terminal.Error, hasColour: true, isInteractive: true, terminal.Width);
        return console.Progress().HideCompleted(false).Start(context =>
        {
            ProgressTask bar = context.AddTask("training");
            return train(new Steps(Show, cancellation));

            void Show(TrainingStep step)
            {
                bar.Description = Markup.Escape("training: " + step.Doing);
                bar.MaxValue = step.Of;
                bar.Value = step.Done;
            }
        });
    }

    // Progress<T> of the framework would tell on another thread, too late and after cancellation.
    private sealed class Steps(Action<TrainingStep> show, CancellationToken cancellation) : IProgress<TrainingStep>
    {
        public void Report(TrainingStep value)
        {
            cancellation.ThrowIfCancellationRequested();
            show(value);
        }
    }
}
