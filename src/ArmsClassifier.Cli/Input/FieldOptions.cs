using System.CommandLine;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Input;

/// <summary>Options that say what the columns of tables and the fields of JSON objects are called.</summary>
internal sealed class FieldOptions
{
    private static readonly FieldNames s_usual = new();

    private readonly Option<string> _text = Field("text", "Column or JSON field with the text", s_usual.Text);
    private readonly Option<string> _title = Field("title", "... with the title", s_usual.Title);
    private readonly Option<string> _id = Field("id", "... with the identifier", s_usual.Id);
    private readonly Option<string> _date = Field("date", "... with the date", s_usual.Date);
    private readonly Option<string> _link = Field("link", "... with the address", s_usual.Link);
    private readonly Option<string> _author = Field("author", "... with the author", s_usual.Author);

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        foreach (Option option in (ReadOnlySpan<Option>)[_text, _title, _id, _date, _link, _author])
        {
            verb.Options.Add(option);
        }
    }

    /// <summary>What was given.</summary>
    public FieldNames Of(ParseResult parsed) => new()
    {
        Text = parsed.GetValue(_text)!,
        Title = parsed.GetValue(_title)!,
        Id = parsed.GetValue(_id)!,
        Date = parsed.GetValue(_date)!,
        Link = parsed.GetValue(_link)!,
        Author = parsed.GetValue(_author)!,
    };

    private static Option<string> Field(string name, string description, string usual) =>
        new($"--{name}-field") { Description = description, HelpName = "NAME", DefaultValueFactory = _ => usual };
}
