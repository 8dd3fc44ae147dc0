using System.Text;

namespace ArmsClassifier.Feeds.Tests;

/// <summary>Reads test input through the public edge.</summary>
internal static class Reading
{
    public const string Source = "input";

    public static List<DocumentItem> Items(string text, DocumentFormat format = DocumentFormat.Auto, ReaderOptions? options = null) =>
        Items(Encoding.UTF8.GetBytes(text), format, options);

    public static List<DocumentItem> Items(byte[] bytes, DocumentFormat format = DocumentFormat.Auto, ReaderOptions? options = null) =>
        [.. All(bytes, format, options).Where(item => item.Error is not { Severity: InputSeverity.Note })];

    /// <summary>The items with the notes on what was assumed.</summary>
    public static List<DocumentItem> All(byte[] bytes, DocumentFormat format = DocumentFormat.Auto, ReaderOptions? options = null) =>
        [.. DocumentReader.Read(new MemoryStream(bytes), Source, format, options)];

    public static string? Note(byte[] bytes, DocumentFormat format = DocumentFormat.Auto) =>
        All(bytes, format).Find(item => item.Error is { Severity: InputSeverity.Note })?.Error?.Message;

    public static Article Article(string text, DocumentFormat format = DocumentFormat.Auto, ReaderOptions? options = null) =>
        Items(text, format, options).ShouldHaveSingleItem().Article.ShouldNotBeNull();

    public static InputError Error(this DocumentItem item)
    {
        InputError error = item.Error.ShouldNotBeNull();
        Encoding.UTF8.GetByteCount(error.Message).ShouldBeLessThan(1024);
        error.Message.ShouldContain("found ");
        error.Message.ShouldContain("expected ");
        return error;
    }

    /// <summary>One message beside the articles, which loses none of them.</summary>
    public static void ShouldHaveWarning(this IEnumerable<DocumentItem> items, string found)
    {
        InputError warning = items.Single(item => !item.IsArticle).Error();
        warning.Severity.ShouldBe(InputSeverity.Warning);
        warning.Message.ShouldContain(found);
    }

    public static string[] Texts(this Article article) => [.. article.Passages.Select(passage => passage.Text)];

    public static PassageRole[] Roles(this Article article) => [.. article.Passages.Select(passage => passage.Role)];
}
