using ArmsClassifier;

Classifier classifier = Classifier.LoadBundled();
PassageResult result = classifier.Classify("Poland signed a contract to buy 96 Apache helicopters.", explain: true);
Console.WriteLine($"{result.Label} {result.Probability:0.00}");

Evidence strongest = result.Evidence[0];
Console.WriteLine($"{strongest.Contribution:+0.00;-0.00} for the {strongest.Length} characters from {strongest.Start}");
