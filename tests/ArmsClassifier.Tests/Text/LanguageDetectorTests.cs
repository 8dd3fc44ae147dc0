using ArmsClassifier.Text;

namespace ArmsClassifier.Tests.Text;

public sealed class LanguageDetectorTests
{
    public static TheoryData<string> OtherLanguages =>
    [
        "Die Bundesregierung hat die Ausfuhr von Panzern nach Katar nicht genehmigt, und der Minister will sich dazu auch nicht äußern.",
        "Le gouvernement a suspendu les livraisons de missiles dans la région, mais les ouvriers du chantier ne " +
        "sont pas d'accord avec cette décision.",
        "El ministro de Defensa anunció que los barcos se entregarán en marzo, pero la empresa no ha firmado el " +
        "contrato con los compradores.",
        "Rząd nie zgodził się na sprzedaż czołgów, które miały być dostarczone przez polskie zakłady do końca roku.",
        "Bakanlık bu anlaşma için yeni bir füze sistemi satın alacağını ve teslimatın daha sonra yapılacağını açıkladı.",
        "Министерство заявило, что поставки ракет будут приостановлены до конца года.",
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
        "The order for Krauss-Maffei Wegmann and Rheinmetall comes as the Bundestag debates Die Linke’s motion",
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
        Bundled.Load(new ClassifierOptions { DetectLanguage = false }).Classify(text)
            .Label.ShouldBeOneOf([.. Bundled.Classifier.Model.Labels]);

    private static bool IsEnglish(string text)
    {
        using FoldedText folded = FoldedText.Of(text, keepOffsets: false);
        return LanguageDetector.IsEnglish(folded);
    }
}
