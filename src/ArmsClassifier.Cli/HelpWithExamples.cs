using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ArmsClassifier.Cli;

/// <summary>The help of a command, with examples of its use under it.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach (string example in ExamplesOf(parseResult.CommandResult.Command.Name))
        {
            output.WriteLine("  armsclassifier " + example);
        }

        output.WriteLine();
        output.WriteLine("Exit codes: 0 done, 2 usage, 65 some items failed (the rest is written), 66 input not found, 74 write failed, 130 cancelled");
        return code;
    }

    private static string[] ExamplesOf(string verb) => verb switch
    {
        "try" => ["try", "try --model models/mine.safetensors"],
        "classify" =>
        [
            "classify article.txt --explain",
            "classify feeds/ --output labels.jsonl --errors bad.jsonl",
            "classify https://example.org/feed.xml feeds.opml --errors bad.jsonl",
            "classify --unit article --output-format csv < articles.jsonl",
            "classify big.jsonl --output labels.jsonl --errors bad.jsonl --shard 1/4 --resume",
            "classify feeds/ --output-format html --output digest.html",
            "classify - --text --coverage 0.95 < articles.jsonl | grep '\"label\":\"block\"'",
        ],
        "label" => ["label documents/ --labels data/seeds/labels.csv --output seeds.csv", "label a.txt b.txt --labels labels.csv > seeds.csv"],
        "train" => ["train", "train mine.csv more.jsonl --output models/mine.safetensors --name mine"],
        "evaluate" => ["evaluate test.csv", "evaluate test.csv --model models/mine.safetensors --json"],
        "compare" => ["compare bundled models/mine.safetensors test.csv", "compare old.safetensors new.safetensors test.csv --changes changes.csv"],
        "doctor" => ["doctor mine.csv --output look.csv", "doctor train.csv test.csv --lexicon data/lexicon --settings data/training.json"],
        "agreement" => ["agreement anna.csv ben.csv", "agreement anna.csv ben.csv cleo.jsonl --disagreements settle.csv"],
        "compare-trainers" => ["compare-trainers", "compare-trainers mine.csv --test other.jsonl --trainer own --trainer mlnet-text-sdca --save models/compared"],
        "model" => ["model", "model models/mine.safetensors --json"],
        "bench" => ["bench", "bench --text feeds/ --seconds 5", "bench --text mine.jsonl --model models/mine.safetensors --json"],
        _ => ["try", "classify article.txt", "evaluate test.csv", "classify --help"],
    };
}
