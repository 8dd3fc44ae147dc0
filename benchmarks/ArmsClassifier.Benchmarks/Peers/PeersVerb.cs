using System.CommandLine;

namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>The command that measures the library, the tool and their peers on the same text in the same run.</summary>
internal static class PeersVerb
{
    /// <summary>Its name.</summary>
    public const string Name = "peers";

    private const int DefaultTurns = 7;
    private const int DefaultMegabytes = 48;
    private const int MinMegabytes = 20;

    /// <summary>Runs it.</summary>
    /// <returns>The exit code.</returns>
    public static int Run(string[] args)
    {
        var fastText = new Option<string?>("--fasttext") { Description = "A build of fastText; 'fasttext' on the path where none is named", HelpName = "FILE" };
        var vowpalWabbit = new Option<string?>("--vw") { Description = "A build of Vowpal Wabbit; 'vw' on the path where none is named", HelpName = "FILE" };
        Option<int> turns = AtLeast("--turns", "How often each contender is measured", DefaultTurns, 1);
        Option<int> megabytes = AtLeast("--megabytes", "How much text; the processor learns a short one by heart", DefaultMegabytes, MinMegabytes);
        var dry = new Option<bool>("--dry-run") { Description = "Show the tables, and write no file" };
        var root = new RootCommand("Measure speed beside fastText, Vowpal Wabbit and ML.NET") { fastText, vowpalWabbit, turns, megabytes, dry };
        root.SetAction(parsed =>
        {
            try
            {
                using var peers = new PeersRun(parsed.GetValue(megabytes));
                peers.Add("fastText", parsed.GetValue(fastText), "fasttext", peers.TrainFastText);
                peers.Add("Vowpal Wabbit", parsed.GetValue(vowpalWabbit), "vw", peers.TrainVowpalWabbit);
                peers.Add("ML.NET", "", "", _ => MLNetPeers.Train(peers.Folder));
                PeersReport report = peers.Measure(parsed.GetValue(turns));
                Console.WriteLine(report.Full);
                if (!parsed.GetValue(dry))
                {
                    Console.WriteLine(report.Write());
                }

                return 0;
            }
            catch (PeerException failure)
            {
                Console.Error.WriteLine(failure.Message);
                return 1;
            }
        });
        return root.Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
    }

    private static Option<int> AtLeast(string name, string description, int standard, int least)
    {
        var option = new Option<int>(name) { Description = description, HelpName = "N", DefaultValueFactory = _ => standard };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && int.TryParse(result.Tokens[0].Value, out int value) && value < least)
            {
                result.AddError($"{name} {value}; expected at least {least}");
            }
        });
        return option;
    }
}
