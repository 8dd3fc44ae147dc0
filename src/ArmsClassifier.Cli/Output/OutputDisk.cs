namespace ArmsClassifier.Cli.Output;

/// <summary>Opens and moves the files that a command writes. Derived from only to make it fail where a disk could.</summary>
internal class OutputDisk
{
    /// <summary>The disk itself.</summary>
    public static OutputDisk Real { get; } = new();

    /// <summary>Opens a file without a buffer.</summary>
    public virtual FileStream Open(string path, FileMode mode, FileAccess access, FileShare share) => new(path, mode, access, share, bufferSize: 0);

    /// <summary>Moves a file to its place, over the one that is there.</summary>
    public virtual void Move(string from, string to) => File.Move(from, to, overwrite: true);
}
