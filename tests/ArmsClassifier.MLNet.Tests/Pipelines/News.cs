using ArmsClassifier.Training;
using ArmsClassifier.Training.Tests;

namespace ArmsClassifier.MLNet.Tests.Pipelines;

/// <summary>Passages, made up and of awkward kinds, that pipelines are tried on.</summary>
internal static class News
{
    public static readonly LabelledPassage[] Passages =
    [
        .. new[]
        {
            "", " ", "\ud83d", "Poland signed a contract to buy 96 Apache helicopters.", "The ministry halted the export of howitzers after the verdict.",
            "Das Ministerium hat die Lieferung der Panzer gestern Abend nicht weiter erläutert, sagte ein Sprecher.", "Tanks.", "a\0b\r\nc", new string('x', 40_000),
            "The envoy was recalled. A deal for frigates was signed. Analysts expect the market to grow by 4 percent in 2027.",
        }.Select((text, i) => new LabelledPassage { Text = text, Label = "sport", Article = $"odd:{i}" }),
        .. SyntheticNews.Passages(10),
    ];
}
