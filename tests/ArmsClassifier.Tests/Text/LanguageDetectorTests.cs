using ArmsClassifier.Text;

namespace ArmsClassifier.Tests.Text;

public sealed class LanguageDetectorTests
{
    public static TheoryData<string> OtherLanguages =>
    [
        "Die Bundesregierung hat die Ausfuhr von Panzern nach Katar nicht genehmigt, und der Minister will sich dazu auch nicht \u00E4u\u00DFern.",
        "Le gouvernement a suspendu les livraisons de missiles dans la r\u00E9gion, mais les ouvriers du chantier ne sont pas d'accord avec cette d\u00E9cision.",
        "El ministro de Defensa anunci\u00F3 que los barcos se entregar\u00E1n en marzo, pero la empresa no ha firmado el contrato con los compradores.",
        "Rz\u0105d nie zgodzi\u0142 si\u0119 na sprzeda\u017C czo\u0142g\u00F3w, kt\u00F3re mia\u0142y by\u0107 dostarczone przez polskie zak\u0142ady do ko\u0144ca roku.",
        "Bakanl\u0131k bu anla\u015Fma i\u00E7in yeni bir f\u00FCze sistemi sat\u0131n alaca\u011F\u0131n\u0131 ve teslimat\u0131n daha sonra yap\u0131laca\u011F\u0131n\u0131 a\u00E7\u0131klad\u0131.",
        "\u041C\u0438\u043D\u0438\u0441\u0442\u0435\u0440\u0441\u0442\u0432\u043E \u0437\u0430\u044F\u0432\u0438\u043B\u043E, \u0447\u0442\u043E \u043F\u043E\u0441\u0442\u0430\u0432\u043A\u0438 \u0440\u0430\u043A\u0435\u0442 \u0431\u0443\u0434\u0443\u0442 \u043F\u0440\u0438\u043E\u0441\u0442\u0430\u043D\u043E\u0432\u043B\u0435\u043D\u044B \u0434\u043E \u043A\u043E\u043D\u0446\u0430 \u0433\u043E\u0434\u0430.",
    ];

    public static TheoryData<string> English =>
    [
        "",
        "12 000",
        "Poland buys jets",
        "Embargo on Turkey lifted",
        "German tank deal in doubt",
        "Rafale: Dassault wins in Egypt",
        "Erdogan, Macron and Scholz met Recep Akar and Jean-Yves Le Drian at the Elysee on Monday",
        "Prime Minister Narendra Modi and President Emmanuel Macron met Eric Trappier of Dassault Aviation in New Delhi",
        "Fincantieri and Leonardo signed with Qatar Emiri Naval Forces, Al Jazeera and Der Spiegel said",
        "The order for Krauss-Maffei Wegmann and Rheinmetall comes as the Bundestag debates Die Linke\u2019s motion",
        "Los Angeles-based Aerojet and El Al, with Las Vegas investors, are among the bidders",
    ];

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Other_languages_are_not_english(string text) => IsEnglish(text).ShouldBeFalse();

    [Theory]
    [MemberData(nameof(English))]
    public void Headlines_and_names_are_english(string text) => IsEnglish(text).ShouldBeTrue();

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Text_in_another_language_is_answered_unsupported(string text)
    {
        PassageResult result = Bundled.Classifier.Classify(text, explain: true);

        result.Label.ShouldBe(Classifier.Unsupported);
        result.Probability.ShouldBe(0);
        result.Probabilities.ShouldBeEmpty();
        result.Evidence.ShouldBeEmpty();
        result.Also.ShouldBeNull();
        result.Abstained.ShouldBeTrue();
        var probabilities = new double[Bundled.Classifier.Model.Labels.Count];
        Array.Fill(probabilities, 1);
        Bundled.Classifier.Classify(text, probabilities).ShouldBe(-1);
        probabilities.ShouldAllBe(probability => probability == 0);
    }

    [Theory]
    [MemberData(nameof(English))]
    public void English_text_is_labelled(string text) => Bundled.Classifier.Classify(text).Label.ShouldNotBe(Classifier.Unsupported);

    [Theory]
    [MemberData(nameof(OtherLanguages))]
    public void Detection_can_be_switched_off(string text) =>
        Bundled.Load(new ClassifierOptions { DetectLanguage = false }).Classify(text).Label.ShouldBeOneOf([.. Bundled.Classifier.Model.Labels]);

    private static bool IsEnglish(string text)
    {
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        return LanguageDetector.IsEnglish(folded);
    }
}
