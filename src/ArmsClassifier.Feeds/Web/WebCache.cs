using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>
/// Copies of fetched documents in a folder, one file an address. A copy appears whole or not at all, so several processes can share the
/// folder. A copy that cannot be read is none; one that cannot be written is done without. Thread-safe.
/// </summary>
internal sealed class WebCache(string folder, TimeProvider clock)
{
    /// <summary>Bytes that all copies may have together; beyond it the longest unused go.</summary>
    public const long MaxBytes = 100L << 20;

    private const string Extension = ".web";
    private const string TemporaryExtension = ".tmp";
    private const int NameChars = 64;

    /// <summary>How long a copy stays that is not asked for.</summary>
    public static readonly TimeSpan MaxAge = TimeSpan.FromDays(30);

    private static readonly SearchValues<char> s_hexDigits = SearchValues.Create("0123456789abcdef");
    private static readonly TimeSpan s_maxTemporaryAge = TimeSpan.FromHours(1);
    private InputError? _trouble;
    private int _told;
    private int _written;

    /// <summary>The copy of an address's document, or null.</summary>
    public WebDocument? Find(Uri address)
    {
        try
        {
            return CacheEntry.Read(File.ReadAllBytes(PathOf(address)), address);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Note(refused, "read");
            return null;
        }
    }

    /// <summary>Keeps a document.</summary>
    /// <param name="address">The address asked for, before redirects.</param>
    /// <param name="document">The document.</param>
    public void Store(Uri address, WebDocument document)
    {
        string temporary = Path.Join(folder, Name(address) + "." + Guid.NewGuid().ToString("N") + TemporaryExtension);
        try
        {
            MakeFolder();

            // Not forced to the disk: after a power cut a half copy has the wrong hash, and is none.
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                CacheEntry.Write(file, address, document);
            }

            File.Move(temporary, PathOf(address), overwrite: true);
            _written = 1;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Note(refused, "written");
            Delete(temporary);
        }
    }

    /// <summary>Marks a copy as used, so that it stays.</summary>
    public void Touch(Uri address)
    {
        try
        {
            File.SetLastWriteTimeUtc(PathOf(address), clock.GetUtcNow().UtcDateTime);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Another process may have tidied it away.
            if (refused is not FileNotFoundException)
            {
                Note(refused, "written");
            }
        }
    }

    /// <summary>Drops copies that are too old or too many, where any were added.</summary>
    public void Trim()
    {
        if (Interlocked.Exchange(ref _written, 0) == 0)
        {
            return;
        }

        try
        {
            DateTime now = clock.GetUtcNow().UtcDateTime;
            long total = 0;
            foreach (FileInfo file in new DirectoryInfo(folder).GetFiles().Where(IsOurs).OrderByDescending(file => file.LastWriteTimeUtc))
            {
                bool isTemporary = file.Extension == TemporaryExtension;
                total += file.Length;
                if (now - file.LastWriteTimeUtc > (isTemporary ? s_maxTemporaryAge : MaxAge) || (!isTemporary && total > MaxBytes))
                {
                    Delete(file.FullName);
                }
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Note(refused, "tidied");
        }
    }

    /// <summary>The first trouble with the folder, the first time that it is asked for; otherwise null.</summary>
    public InputError? TakeTrouble() => _trouble is { } trouble && Interlocked.Exchange(ref _told, 1) == 0 ? trouble : null;

    private static string Name(Uri address) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri)));

    // The folder may be one that somebody keeps other files in.
    private static bool IsOurs(FileInfo file) => file.Extension is Extension or TemporaryExtension
        && file.Name.IndexOf('.') == NameChars
        && !file.Name.AsSpan(0, NameChars).ContainsAnyExcept(s_hexDigits);

    private static void Delete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // Another process may have it open; it goes with the next tidying.
            return;
        }
    }

    private void MakeFolder()
    {
        // What somebody reads is nobody else's business.
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    private string PathOf(Uri address) => Path.Join(folder, Name(address) + Extension);

    private void Note(Exception refused, string verb)
    {
        string message = string.Create(
            CultureInfo.InvariantCulture,
            $"found a cache folder that cannot be {verb} ({refused.GetType().Name}), expected a folder of your own; "
            + $"everything is fetched anew: check its permissions and the disk");
        Interlocked.CompareExchange(ref _trouble, new InputError { Source = folder, Severity = InputSeverity.Warning, Message = message }, null);
    }
}
