using System.Reflection;

namespace ArmsClassifier.Samples.Tests;

/// <summary>Runs a sample's program in this process.</summary>
internal static class Sample
{
    // Standard output belongs to the process: one sample at a time.
    private static readonly Lock s_console = new();

    /// <summary>The lines that the program <paramref name="name"/> prints.</summary>
    public static string[] Lines(string name, params string[] arguments)
    {
        MethodInfo main = Assembly.Load(name).EntryPoint ?? throw new InvalidOperationException($"{name} has no entry point");
        lock (s_console)
        {
            TextWriter console = Console.Out;
            using var output = new StringWriter();
            try
            {
                Console.SetOut(output);
                main.Invoke(null, [arguments]);
            }
            finally
            {
                Console.SetOut(console);
            }

            return output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        }
    }

    /// <summary>Checks that <paramref name="document"/> shows the code of a sample after the line <c>&lt;!-- sample: marker --&gt;</c>.</summary>
    public static void ShouldBeShown(string name, string document, string marker)
    {
        string[] shown = Readme.Sample(File.ReadAllText(Checkout.PathOf(document.Split('/'))), marker);

        shown.ShouldNotBeEmpty($"{document} has no C# block after a line <!-- sample: {marker} -->");
        Readme.FirstMissing(shown, File.ReadAllText(Checkout.PathOf("samples", name, "Program.cs"))).ShouldBeNull();
    }
}
