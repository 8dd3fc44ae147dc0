using System.Globalization;

namespace ArmsClassifier.Feeds;

/// <summary>Status and headers of an HTTP response, as a crawler has kept them.</summary>
internal sealed class HttpHead
{
    private const int MaxLines = 500;
    private const int MaxLineChars = 16 << 10;

    private readonly Dictionary<string, string> _headers = new(StringComparer.OrdinalIgnoreCase);

    private HttpHead(int status) => Status = status;

    /// <summary>The status code, 0 where there is none.</summary>
    public int Status { get; }

    /// <summary>The value of a header, or empty.</summary>
    public string this[string name] => _headers.GetValueOrDefault(name, "");

    /// <summary>Reads the head of a response; the block then stands at its body.</summary>
    public static HttpHead Read(WarcBlock block)
    {
        block.TryReadLine(MaxLineChars, out string first);
        string[] parts = first.Split(' ', 3);
        bool isHttp = first.StartsWith("HTTP/", StringComparison.OrdinalIgnoreCase) && parts.Length > 1;
        var head = new HttpHead(isHttp && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out int status) ? status : 0);
        string last = "";
        for (int i = 0; i < MaxLines && block.TryReadLine(MaxLineChars, out string line) && line.Length > 0; i++)
        {
            int colon = line.IndexOf(':');
            if (line[0] is ' ' or '\t' && last.Length > 0)
            {
                head._headers[last] += " " + line.Trim();
            }
            else if (colon > 0)
            {
                last = line[..colon].Trim();
                head._headers.TryAdd(last, line[(colon + 1)..].Trim());
            }
        }

        return head;
    }
}
