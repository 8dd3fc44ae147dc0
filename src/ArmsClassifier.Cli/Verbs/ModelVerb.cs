using System.CommandLine;
using ArmsClassifier.Cli.Output;

namespace ArmsClassifier.Cli.Verbs;

/// <summary>Says what a model is.</summary>
internal static class ModelVerb
{
    /// <summary>The verb.</summary>
    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string?>("FILE") { Description = "Model file; the one that comes with the tool where none is named", Arity = ArgumentArity.ZeroOrOne };
        var json = new Option<bool>("--json") { Description = "Write one JSON object" };
        var verb = new Command("model", "Say what a model is: labels, sizes, settings, figures") { path, json };
        verb.SetAction((parsed, cancellation) => Task.Run(() => Run(parsed.GetValue(path), parsed.GetValue(json), terminal), cancellation));
        return verb;
    }

    private static int Run(string? path, bool asJson, Terminal terminal)
    {
        ModelInfo model = Models.Load(path).Model;
        ModelFacts facts;
        using (Stream file = Models.Open(path))
        {
            facts = ModelFacts.Of(file);
        }

        if (asJson)
        {
            ModelDescription.WriteJson(terminal.Out, path, model, facts);
        }
        else
        {
            ModelDescription.WriteText(terminal.Out, path, model, facts);
        }

        return ExitCode.Done;
    }
}
