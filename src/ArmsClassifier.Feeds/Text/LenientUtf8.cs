using System.Text;

namespace ArmsClassifier.Feeds;

/// <summary>
/// UTF-8 in which bytes that are not UTF-8 are read as windows-1252: what a page holds that was put together from several sources.
/// </summary>
internal sealed class LenientUtf8 : DecoderFallback
{
    private static readonly Encoding s_windows1252 = CharsetLabels.Find("windows-1252")!;

    /// <summary>UTF-8 that tells this object of every byte that is not.</summary>
    public Encoding Encoding => Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, this);

    /// <summary>Whether a byte was met that is not UTF-8.</summary>
    public bool HasReplaced { get; private set; }

    /// <inheritdoc/>
    public override int MaxCharCount => 4;

    /// <inheritdoc/>
    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(LenientUtf8 owner) : DecoderFallbackBuffer
    {
        private string _chars = "";
        private int _at;

        public override int Remaining => _chars.Length - _at;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.HasReplaced = true;
            _chars = s_windows1252.GetString(bytesUnknown);
            _at = 0;
            return _chars.Length > 0;
        }

        public override char GetNextChar() => _at < _chars.Length ? _chars[_at++] : '\0';

        public override bool MovePrevious()
        {
            bool can = _at > 0;
            _at -= can ? 1 : 0;
            return can;
        }

        public override void Reset() => (_chars, _at) = ("", 0);
    }
}
