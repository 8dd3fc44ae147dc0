using System.Text;

namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>The library doing what the peers do: passages line by line from a file of UTF-8, a label for each to standard output.</summary>
internal static class LineLoop
{
    private const int BufferBytes = 1 << 16;

    /// <summary>Runs it.</summary>
    public static int Run(string path)
    {
        var classifier = Classifier.LoadBundled();
        byte[][] labels = [.. classifier.Model.Labels.Append(Classifier.Unsupported).Select(label => Encoding.UTF8.GetBytes(label + "\n"))];
        var probabilities = new double[classifier.Model.Labels.Count];
        using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        using var output = new BufferedStream(Console.OpenStandardOutput(), BufferBytes);
        byte[] bytes = new byte[BufferBytes];
        char[] chars = new char[BufferBytes];
        int held = 0;
        for (int read = file.Read(bytes); read > 0; read = file.Read(bytes, held, bytes.Length - held))
        {
            ReadOnlySpan<byte> left = bytes.AsSpan(0, held + read);
            for (int end = left.IndexOf((byte)'\n'); end >= 0; end = left.IndexOf((byte)'\n'))
            {
                int length = Encoding.UTF8.GetChars(left[..end], chars);
                int label = classifier.Classify(chars.AsSpan(0, length), probabilities);
                output.Write(labels[label < 0 ? ^1 : label]);
                left = left[(end + 1)..];
            }

            held = left.Length;
            if (held == bytes.Length)
            {
                throw new PeerException($"{path}: a line of more than {BufferBytes} bytes");
            }

            left.CopyTo(bytes);
        }

        return 0;
    }
}
