using System.Globalization;
using System.IO.Compression;
using System.Text;
using ArmsClassifier.Benchmarks.Passages;

namespace ArmsClassifier.Benchmarks;

/// <summary>
/// Writes a file of any size in the form of a crawl, from the project's own passages: <c>.warc.gz</c> with a gzip member a record as
/// Common Crawl has it, <c>.warc</c>, or JSONL. The same arguments give the same bytes.
/// </summary>
internal static class CrawlFile
{
    /// <summary>The word on the command line that asks for such a file.</summary>
    public const string Name = "write-crawl";

    private const int PassagesPerArticle = 12;
    private const string ArchiveEnding = ".warc";
    private const string PackedEnding = ".gz";

    /// <summary>Writes a file.</summary>
    /// <param name="arguments">The file to write, and its size in MB before it is packed.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments)
    {
        if (arguments is not [string path, string size] || !long.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out long megabytes))
        {
            Console.Error.WriteLine($"{Name} FILE MEGABYTES; the file's name ends with .warc, .warc.gz, .jsonl or .jsonl.gz");
            return 2;
        }

        bool isArchive = path.Contains(ArchiveEnding, StringComparison.Ordinal);
        bool isPacked = path.EndsWith(PackedEnding, StringComparison.Ordinal);
        Corpus corpus = Corpus.Shared;
        using FileStream file = File.Create(path);
        long written = 0;
        for (int number = 0; written < megabytes << 20; number++)
        {
            byte[] item = Encoding.UTF8.GetBytes(isArchive ? Record(corpus, number) : Line(corpus, number));
            written += item.Length;
            if (isPacked)
            {
                using var member = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true);
                member.Write(item);
            }
            else
            {
                file.Write(item);
            }
        }

        return 0;
    }

    private static string Line(Corpus corpus, int number)
    {
        string text = string.Join("\\n", Enumerable.Range(0, PassagesPerArticle).Select(_ => JsonEncodedPassage(corpus.Next())));
        return string.Create(CultureInfo.InvariantCulture, $"{{\"id\":{number},\"text\":\"{text}\"}}\n");
    }

    private static string JsonEncodedPassage(string passage) => System.Text.Json.JsonEncodedText.Encode(passage).ToString();

    private static string Record(Corpus corpus, int number)
    {
        string address = string.Create(CultureInfo.InvariantCulture, $"https://crawl.example/2024/05/17/{number}");
        string page = Page(corpus, number);
        string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nServer: example\r\n\r\n" + page;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2024-05-17T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number:d36}>\r\n"
            + $"Content-Type: application/http; msgtype=response\r\nContent-Length: {Encoding.UTF8.GetByteCount(http)}\r\n\r\n{http}\r\n\r\n");
    }

    /// <summary>A page as news sites send it: most of it is not the article.</summary>
    private static string Page(Corpus corpus, int number)
    {
        string links = string.Concat(Enumerable.Range(0, 60).Select(i => $"<li class=\"nav-item\"><a class=\"nav-link\" href=\"/section/{i}\">Section {i}</a></li>"));
        string script = string.Concat(Enumerable.Repeat("window.dataLayer=window.dataLayer||[];function gtag(){dataLayer.push(arguments)};", 200));
        string paragraphs = string.Concat(Enumerable.Range(0, PassagesPerArticle).Select(_ => $"<p class=\"text\">{System.Net.WebUtility.HtmlEncode(corpus.Next())}</p>\n"));
        return $"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Report {number} | Example</title><meta property=\"og:type\" content=\"article\">"
            + $"<script>{script}</script></head><body><header><nav><ul>{links}</ul></nav></header><main><article><h1>Report {number} of the day</h1>"
            + $"<div class=\"article-body\">{paragraphs}</div></article></main><footer><ul>{links}</ul></footer></body></html>";
    }
}
