using System.Globalization;
using System.Text;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace ArmsClassifier.Cli.Output;

/// <summary>Tables of figures for a person, on standard output.</summary>
internal sealed class FiguresPage : IDisposable
{
    private const int ExcerptChars = 60;

    private readonly StreamWriter _writer;

    private FiguresPage(Terminal terminal)
    {
        _writer = new StreamWriter(terminal.Out, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        Console = SpectreConsole.On(_writer, terminal.HasColour, isInteractive: false, terminal.Width);
    }

    /// <summary>Where tables are drawn.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>Begins a page.</summary>
    public static FiguresPage On(Terminal terminal) => new(terminal);

    /// <summary>An empty table; numbers stand to the right unless there is one column of them.</summary>
    public static Table Grid(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Simple };
        for (int i = 0; i < columns.Length; i++)
        {
            table.AddColumn(new TableColumn(new Cell(PlainText.Clean(columns[i]))) { Alignment = i == 0 || columns.Length == 2 ? Justify.Left : Justify.Right });
        }

        return table;
    }

    /// <summary>Adds a row.</summary>
    public static void AddRow(Table table, IEnumerable<string> values) => table.AddRow(values.Select(value => new Cell(PlainText.Clean(value))));

    /// <summary>The beginning of a passage.</summary>
    public static string Excerpt(string text) => PlainText.Cut(text, ExcerptChars);

    /// <summary>A share in percent.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.0} %");

    /// <summary>A figure between -1 and 1, such as kappa; a dash for what is not a number.</summary>
    public static string Figure(double value) => double.IsNaN(value) ? "-" : value.ToString("0.000", CultureInfo.InvariantCulture);

    /// <summary>A number of things.</summary>
    public static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public void Dispose() => _writer.Dispose();
}
