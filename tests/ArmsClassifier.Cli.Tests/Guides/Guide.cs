namespace ArmsClassifier.Cli.Tests.Guides;

/// <summary>A page of the documentation: the files that it shows and the commands that it gives.</summary>
/// <param name="Files">Name and content of each block after <c>&lt;!-- file: name --&gt;</c>, and of each file of the project named by <c>&lt;!-- copy: path --&gt;</c>.</param>
/// <param name="Commands">The blocks marked <c>sh</c>.</param>
internal sealed record Guide(IReadOnlyList<(string Name, string Content)> Files, IReadOnlyList<string> Commands)
{
    private const string Fence = "```";

    /// <summary>Reads a page.</summary>
    public static Guide Read(string path)
    {
        var files = new List<(string, string)>();
        var commands = new List<string>();
        string[] lines = File.ReadAllLines(path);
        string? file = null;
        for (int i = 0; i < lines.Length; i++)
        {
            file = Marked(lines[i], "file") ?? file;
            if (Marked(lines[i], "copy") is { } copy)
            {
                files.Add((Path.GetFileName(copy), File.ReadAllText(Checkout.PathOf(copy.Split('/')))));
            }

            if (!lines[i].StartsWith(Fence, StringComparison.Ordinal))
            {
                continue;
            }

            bool isCommand = lines[i] == Fence + "sh";
            string[] block = [.. lines.Skip(i + 1).TakeWhile(line => line != Fence)];
            string content = string.Concat(block.Select(line => line + "\n"));
            i += block.Length + 1;
            if (isCommand)
            {
                commands.Add(content);
            }
            else if (file is not null)
            {
                files.Add((file, content));
            }

            file = null;
        }

        return new Guide(files, commands);
    }

    private static string? Marked(string line, string marker) =>
        line.StartsWith($"<!-- {marker}: ", StringComparison.Ordinal) ? line[$"<!-- {marker}: ".Length..].Replace("-->", "", StringComparison.Ordinal).Trim() : null;
}
