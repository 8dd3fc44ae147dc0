using ArmsClassifier.Cli.Output;

namespace ArmsClassifier.Cli.Tests.Disk;

/// <summary>A disk that fails at one call: that to open, write, cut, flush or move. From then on it is as full as it was, or has room again.</summary>
/// <param name="call">The call that fails, from 1.</param>
/// <param name="staysFull">Whether all calls after it that need room fail too.</param>
internal sealed class FailingDisk(int call, bool staysFull) : OutputDisk
{
    private const int NoSpaceLeft = 28;

    private int _calls;

    /// <summary>Whether the call was reached.</summary>
    public bool HasFailed => _calls >= call;

    private bool FailsNext => _calls + 1 == call;

    public override FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        Call();
        return new FailingFile(path, mode, access, share, this);
    }

    public override void Move(string from, string to)
    {
        Call();
        base.Move(from, to);
    }

    private void Call()
    {
        _calls++;
        if (_calls == call || (staysFull && _calls > call))
        {
            throw new IOException("No space left on device", NoSpaceLeft);
        }
    }

    private sealed class FailingFile(string path, FileMode mode, FileAccess access, FileShare share, FailingDisk disk)
        : FileStream(path, mode, access, share, bufferSize: 0)
    {
        // The other ways to write lead here, as the framework has it for derived files.
        public override void Write(byte[] array, int offset, int count)
        {
            // A full disk takes what it has room for.
            if (disk.FailsNext)
            {
                base.Write(array, offset, count / 2);
            }

            disk.Call();
            base.Write(array, offset, count);
        }

        public override void Flush(bool flushToDisk)
        {
            if (flushToDisk)
            {
                disk.Call();
            }

            base.Flush(flushToDisk);
        }

        public override void SetLength(long value)
        {
            disk.Call();
            base.SetLength(value);
        }
    }
}
