using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Globalization;
using System.Text;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Cli.Verbs;

namespace ArmsClassifier.Cli;

/// <summary>The command line: its verbs, and what each kind of failure means for the exit code.</summary>
internal static class CommandLine
{
    /// <summary>What the tool is called.</summary>
    public const string Name = "armsclassifier";

    // What the command-line library answers when a verb does not stop in time after SIGTERM.
    private const int Terminated = 143;

    /// <summary>Runs one command to its end.</summary>
    /// <param name="args">The words after the command's name.</param>
    /// <param name="terminal">Where it reads and writes.</param>
    /// <param name="cancellation">Stops it; Ctrl-C and SIGTERM do the same.</param>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellation = default)
    {
        try
        {
            int code = await InvokeAsync(args, terminal, cancellation);
            terminal.Out.Flush();
            return code;
        }
        catch (OutputException closed) when (closed.IsClosedPipe)
        {
            return ExitCode.Done;
        }
        catch (Exception failure) when (Failures.ExitCodeOf(failure) is int code)
        {
            terminal.Say(failure is OperationCanceledException ? "cancelled" : failure.Message);
            return code;
        }
    }

    private static async Task<int> InvokeAsync(string[] args, Terminal terminal, CancellationToken cancellation)
    {
        var root = new RootCommand("Labels news passages about the arms trade, trains the models that do so, and measures them.")
        {
            TryVerb.Create(terminal),
            ClassifyVerb.Create(terminal),
            LabelVerb.Create(terminal),
            TrainVerb.Create(terminal),
            EvaluateVerb.Create(terminal),
            CompareVerb.Create(terminal),
            AgreementVerb.Create(terminal),
            DoctorVerb.Create(terminal),
#if MLNET
            CompareTrainersVerb.Create(terminal),
#endif
            ModelVerb.Create(terminal),
            BenchVerb.Create(terminal),
        };
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);

        // A path may begin with @: it is no response file.
        ParseResult parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var said = new StringWriter(CultureInfo.InvariantCulture);
        var streams = new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = said, Error = said };
        if (parsed.Action is ParseErrorAction mistake)
        {
            mistake.ShowHelp = false;
            parsed.Invoke(streams);
            terminal.Say(said.ToString());
            terminal.Say("try 'armsclassifier --help', or --help after a verb");
            return ExitCode.Usage;
        }

        int code = await parsed.InvokeAsync(streams, cancellation);
        terminal.Out.Write(Encoding.UTF8.GetBytes(said.ToString().Replace(RootCommand.ExecutableName, Name, StringComparison.Ordinal)));
        return code == Terminated ? ExitCode.Cancelled : code;
    }
}
