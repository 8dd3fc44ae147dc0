using Spectre.Console;

namespace ArmsClassifier.Cli.Output;

/// <summary>Spectre on a writer of ours; it is loaded only where tables or progress are shown.</summary>
internal static class SpectreConsole
{
    /// <summary>A console.</summary>
    public static IAnsiConsole On(TextWriter writer, bool hasColour, bool isInteractive, int width)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = hasColour || isInteractive ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = hasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = isInteractive ? InteractionSupport.Yes : InteractionSupport.No,
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
