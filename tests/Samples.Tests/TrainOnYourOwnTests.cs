using System.Globalization;
using System.Text.RegularExpressions;

namespace ArmsClassifier.Samples.Tests;

public sealed partial class TrainOnYourOwnTests : IDisposable
{
    private static readonly string s_letters = Checkout.PathOf("samples", "TrainOnYourOwn", "letters.csv");

    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void Letters_go_to_their_offices()
    {
        string[] lines = Sample.Lines("TrainOnYourOwn");

        Match trained = Trained().Match(lines[0]);
        trained.Success.ShouldBeTrue(lines[0]);
        int.Parse(trained.Groups["right"].Value, CultureInfo.InvariantCulture).ShouldBeGreaterThan(50, "four offices by chance are 25");
        lines[1].ShouldStartWith("roads ");
        lines[2].ShouldStartWith("library ");
    }

    [Fact]
    public void A_bad_row_is_named_and_left_out()
    {
        File.WriteAllText(_file, File.ReadAllText(s_letters) + "letter-999,,roads\n");

        string[] lines = Sample.Lines("TrainOnYourOwn", _file);

        lines[0].ShouldStartWith($"left out: {_file}:122:");
        lines[1].ShouldStartWith("120 letters, 4 offices");
    }

    [Fact]
    public void A_guide_shows_its_lines() => Sample.ShouldBeShown("TrainOnYourOwn", "docs/train.md", "train-on-your-own");

    [GeneratedRegex("^120 letters, 4 offices, right on (?<right>[0-9]+).?% of those held out$", RegexOptions.NonBacktracking)]
    private static partial Regex Trained();
}
