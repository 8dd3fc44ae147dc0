using System.CommandLine;
using System.CommandLine.Parsing;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Input;

/// <summary>The files that paths stand for.</summary>
internal static class NamedFiles
{
    /// <summary>An argument that takes paths. A word that looks like an option is none: a mistyped option would be taken for one.</summary>
    public static Argument<string[]> Argument(string name, string description, ArgumentArity arity)
    {
        var argument = new Argument<string[]>(name) { Description = description, Arity = arity };
        argument.Validators.Add(result =>
        {
            foreach (Token token in result.Tokens)
            {
                if (token.Value.Length > 1 && token.Value[0] == '-')
                {
                    result.AddError($"there is no option '{token.Value}'; a file of that name is written './{token.Value}'");
                }
            }
        });
        return argument;
    }

    /// <summary>Each file, and for each folder the files in it and below, in ordinal order, without hidden ones.</summary>
    /// <exception cref="InputException">A path leads nowhere.</exception>
    public static IEnumerable<string> Of(IReadOnlyList<string> paths)
    {
        InputException.ThrowIfMissing(paths);
        return paths.SelectMany(DocumentReader.Files);
    }
}
