using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>The head of a WARC record (ISO 28500): the named fields that reading depends on.</summary>
internal sealed class WarcRecord
{
    private const string Version = "WARC/";
    private const int MaxFields = 200;

    private readonly Dictionary<string, string> _fields;

    private WarcRecord(Dictionary<string, string> fields, long length)
    {
        _fields = fields;
        Length = length;
    }

    /// <summary><c>response</c>, <c>resource</c>, <c>request</c>, ...</summary>
    public string Type => Field("WARC-Type");

    /// <summary>The address that the record is about. WARC 1.0 puts it in angle brackets in its grammar, and few do.</summary>
    public string Address => Field("WARC-Target-URI").Trim('<', '>');

    /// <summary>The media type of the block.</summary>
    public string ContentType => Field("Content-Type");

    /// <summary>The media type that the crawler found the content to have, or empty.</summary>
    public string IdentifiedType => Field("WARC-Identified-Payload-Type");

    /// <summary>Whether the record goes on with what another has begun.</summary>
    public bool IsContinuation => Type == "continuation" || (Field("WARC-Segment-Number") is { Length: > 0 } number && number != "1");

    /// <summary>Length of the block in bytes.</summary>
    public long Length { get; }

    /// <summary>Reads the head of the next record; null at the end.</summary>
    /// <param name="input">Stands between records, or in what damage has left of one.</param>
    /// <param name="isSound">False where something that is no record had to be passed over, or the head lacks its length.</param>
    public static WarcRecord? Read(WarcInput input, ref bool isSound)
    {
        string line;
        do
        {
            if (!input.TryReadLine(out line))
            {
                return null;
            }

            isSound &= line.Length == 0 || IsVersion(line);
        }
        while (!IsVersion(line));

        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        string last = "";
        while (input.TryReadLine(out line) && line.Length > 0)
        {
            int colon = line.IndexOf(':');
            if (line[0] is ' ' or '\t' && last.Length > 0)
            {
                fields[last] += " " + line.Trim();
            }
            else if (colon > 0 && fields.Count < MaxFields)
            {
                last = line[..colon].Trim();
                fields.TryAdd(last, line[(colon + 1)..].Trim());
            }
        }

        bool hasLength = long.TryParse(fields.GetValueOrDefault("Content-Length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length);
        isSound &= hasLength;
        return new WarcRecord(fields, hasLength ? length : long.MaxValue);
    }

    private static bool IsVersion(string line) =>
        line.StartsWith(Version, StringComparison.Ordinal) && line.Length <= 10 && line.Length > 7 && char.IsAsciiDigit(line[5]);

    private string Field(string name) => _fields.GetValueOrDefault(name, "");
}
