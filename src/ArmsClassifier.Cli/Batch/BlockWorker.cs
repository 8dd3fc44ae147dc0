using System.Collections.Concurrent;
using System.Globalization;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Batch;

/// <summary>Labels pieces of the input and writes their records; one for each thread.</summary>
/// <param name="classifier">The classifier, which threads share.</param>
/// <param name="form">How results are written.</param>
/// <param name="options">What the run was asked to do.</param>
/// <param name="buffers">Empty buffers for records, which go round.</param>
internal sealed class BlockWorker(Classifier classifier, ResultForm form, BatchOptions options, ConcurrentBag<MemoryStream> buffers)
{
    /// <summary>Labels pieces that follow each other.</summary>
    public BlockResult Work(IReadOnlyList<InputBlock> blocks)
    {
        var result = new BlockResult { End = blocks[^1].End, Records = buffers.TryTake(out MemoryStream? empty) ? empty : new MemoryStream() };
        using IResultWriter? writer = form.IsGathered ? null : form.Open(result.Records);
        for (int i = 0; i < blocks.Count; i++)
        {
            foreach (DocumentItem item in blocks[i].Items(options.Shard))
            {
                Add(item, result, writer);
            }
        }

        writer?.Flush();
        return result;
    }

    private void Add(DocumentItem item, BlockResult result, IResultWriter? writer)
    {
        if (item.Error is { } error)
        {
            result.Errors.Add(error);
            return;
        }

        ArticleResult found = classifier.Classify(item.Article!, options.WithEvidence);
        result.Articles++;
        AddIfCut(found, result.Errors);
        if (writer is null)
        {
            result.Results.Add(found);
        }
        else
        {
            writer.Write(found);
        }
    }

    private static void AddIfCut(ArticleResult result, List<InputError> errors)
    {
        for (int i = 0; i < result.Passages.Count; i++)
        {
            Passage passage = result.Passages[i].Passage;
            if (passage.Text.Length > Classifier.MaxPassageChars)
            {
                errors.Add(new InputError
                {
                    Source = result.Article.Source,
                    Line = passage.Line,
                    Severity = InputSeverity.Warning,
                    Message = string.Create(
                        CultureInfo.InvariantCulture,
                        $"a passage of {passage.Text.Length} characters, of which only the first {Classifier.MaxPassageChars} were looked at; break it into paragraphs"),
                });
            }
        }
    }
}
