using ArmsClassifier.Cli.Output;
using ArmsClassifier.Training;
using CsvHelper;

namespace ArmsClassifier.Cli.Input;

/// <summary>Reads what each label means for an article: a CSV table with the columns <c>label</c> and <c>role</c>.</summary>
internal static class LabelRoles
{
    /// <summary>The roles by label.</summary>
    /// <exception cref="DataFormatException">The table is damaged.</exception>
    public static IReadOnlyDictionary<string, LabelRole> Read(string path)
    {
        using FileStream stream = File.OpenRead(path);
        using CsvReader table = CsvReader.Create(stream, new CsvReaderOptions { TrackLineNumbers = true });
        int labelColumn = table.Headers.ToList().IndexOf("label");
        int roleColumn = table.Headers.ToList().IndexOf("role");
        if (labelColumn < 0 || roleColumn < 0)
        {
            throw new DataFormatException($"{path}:1: expected the columns label and role; add them");
        }

        var roles = new Dictionary<string, LabelRole>(StringComparer.Ordinal);
        while (table.Read())
        {
            string label = table.GetString(labelColumn).Trim();
            string role = table.GetString(roleColumn).Trim();
            LabelRole found = Enum.GetValues<LabelRole>().FirstOrDefault(value => Names.Of(value) == role, (LabelRole)(-1));
            if (label.Length == 0 || !Enum.IsDefined(found))
            {
                throw new DataFormatException($"{path}:{table.LineNumber}: label '{label}' with the role '{role}'; expected topic, context or background");
            }

            roles[label] = found;
        }

        return roles;
    }
}
