using System.Globalization;
using System.Text;
using ArmsClassifier.Training;

namespace ArmsClassifier.Cli.Tests;

/// <summary>A small model that the tests train themselves, and the table that it is trained on.</summary>
internal static class TinyModel
{
    private static readonly string[] s_weapons = ["tanks", "howitzers", "frigates", "missiles", "fighter jets", "drones", "helicopters", "radars"];
    private static readonly Lazy<string> s_file = new(Train);

    /// <summary>Path of the model file.</summary>
    public static string File => s_file.Value;

    /// <summary>A table of labelled passages, with a title, a body and a line of page furniture in each article.</summary>
    public static string Table
    {
        get
        {
            var table = new StringBuilder("article,position,role,label,also,text\n");
            for (int i = 0; i < s_weapons.Length * 3; i++)
            {
                string weapon = s_weapons[i % s_weapons.Length];
                (string label, string title, string body) = (i / s_weapons.Length) switch
                {
                    0 => ("sale", $"Army orders {weapon} from abroad", $"The ministry signed a contract for {weapon} worth two billion and delivery begins next year."),
                    1 => ("block", $"Export of {weapon} stopped", $"The government suspended the licence and blocked the shipment of {weapon} under the embargo."),
                    _ => ("none", "Farmers wait for rain", $"The football club won the match in the rain, {i} people said, and the harvest festival was quiet."),
                };
                table.Append(CultureInfo.InvariantCulture, $"a{i},0,title,{label},,{title}\n");
                table.Append(CultureInfo.InvariantCulture, $"a{i},1,body,{label},{(label == "sale" ? "block" : "")},\"{body}\"\n");
                table.Append(CultureInfo.InvariantCulture, $"a{i},2,furniture,none,,Share this article\n");
            }

            return table.ToString();
        }
    }

    private static string Train()
    {
        string folder = Directory.CreateTempSubdirectory("tiny-model").FullName;
        string table = Path.Combine(folder, "rows.csv");
        System.IO.File.WriteAllText(table, Table);
        var settings = new TrainingSettings { ModelName = "tiny", LabelRoles = new Dictionary<string, LabelRole> { ["none"] = LabelRole.Background } };
        TrainingResult result = Trainer.Train(LabelledTable.Read(table, new List<TableError>()), settings: settings);
        string path = Path.Combine(folder, "tiny.safetensors");
        System.IO.File.WriteAllBytes(path, result.Model.ToArray());
        return path;
    }
}
