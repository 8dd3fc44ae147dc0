using ArmsClassifier;

Classifier classifier = Classifier.LoadBundled();
string text = "Germany has blocked the export of 48 Eurofighter jets to Saudi Arabia, the chancellor said on Wednesday.";
PassageResult result = classifier.Classify(text, explain: true);

Console.WriteLine($"{result.Label} {result.Probability:0.00}");

Evidence strongest = result.Evidence[0];
Console.WriteLine($"{strongest.Contribution:+0.00;-0.00} {text.AsSpan(strongest.Start, strongest.Length)}");
