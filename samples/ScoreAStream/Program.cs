// Labels a stream of articles on all cores while it is read, in its order: any format, any length, a file or standard input.
using ArmsClassifier;
using ArmsClassifier.Feeds;

Classifier classifier = Classifier.LoadBundled();
using Stream input = args is [string path] ? File.OpenRead(path) : Console.OpenStandardInput();

var results = DocumentReader.Read(input, args is [string name] ? name : "standard input")
    .AsParallel().AsOrdered()
    .Select(item => (item.Error, Result: item.IsArticle ? classifier.Classify(item.Article) : null));

foreach ((InputError? error, ArticleResult? result) in results)
{
    Console.WriteLine(result is null ? $"! {error}" : $"{result.Label}\t{result.Article.Title}");
}
