using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>Counts the pages of an archive that hold no article, as a crawl has many of them and none is worth a message of its own.</summary>
internal sealed class PageTally
{
    private readonly int[] _lacks = new int[Enum.GetValues<HtmlPageLack>().Length];

    /// <summary>Counts a page.</summary>
    public void Add(HtmlPageLack lack) => _lacks[(int)lack]++;

    /// <summary>What was counted as a note, or null where nothing was.</summary>
    /// <param name="records">How many records the archive has.</param>
    public string? Note(int records)
    {
        int lists = _lacks[(int)HtmlPageLack.List];
        int summaries = _lacks[(int)HtmlPageLack.SummaryOnly];
        int others = _lacks.Sum() - lists - summaries;
        return lists + summaries + others == 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"read as WARC, {records} records: {lists} pages only list articles, {others} hold no article, of {summaries} there is no more than a summary");
    }
}
