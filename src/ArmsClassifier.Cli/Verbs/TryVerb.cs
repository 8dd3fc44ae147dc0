using System.CommandLine;
using ArmsClassifier.Cli.Input;
using ArmsClassifier.Cli.Output;

namespace ArmsClassifier.Cli.Verbs;

/// <summary>Shows what the model does, on articles that come with the tool.</summary>
internal static class TryVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(Terminal terminal)
    {
        Option<string?> model = Models.Option();
        var verb = new Command("try", "Label three sample articles, with the words that decided") { model };
        verb.SetAction((parsed, cancellation) => Task.Run(() => Run(Models.Load(parsed.GetValue(model)), terminal), cancellation));
        return verb;
    }

    private static int Run(Classifier classifier, Terminal terminal)
    {
        terminal.Out.Write("Three articles, invented for this purpose, as the model reads them\n\n"u8);
        using var view = new ReadingView(terminal.Out, classifier.Model, terminal);
        foreach (Article article in SampleArticles.Read())
        {
            view.Write(classifier.Classify(article, explain: true));
        }

        view.Flush();
        return ExitCode.Done;
    }
}
