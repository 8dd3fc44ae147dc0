using System.Collections.Concurrent;
using ArmsClassifier.Cli.Output;
using ArmsClassifier.Feeds;

namespace ArmsClassifier.Cli.Batch;

/// <summary>Labels everything that was named: one thread reads, all cores label, and the results are written in the order of the input.</summary>
internal static class BatchRun
{
    /// <summary>Does it.</summary>
    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static int Run(BatchOptions options, Terminal terminal, CancellationToken cancellation)
    {
        Classifier classifier = Models.Load(options.Model, options.Classifier);
        using BatchOutput output = BatchOutput.Open(options, terminal);
        using var errors = new ErrorLog(terminal, output.Errors, output.Begin.Bad);
        if (!output.Begin.IsEnd)
        {
            bool isForTerminal = options.Output is null && terminal.IsOutTerminal;
            var form = new ResultForm(options.Format, options.Choice, classifier.Model, terminal, isForTerminal);
            Label(options, classifier, form, output, errors, terminal, cancellation);
        }

        output.Commit();
        errors.Sum(options.Errors);
        return errors.Count == 0 ? ExitCode.Done : ExitCode.BadItems;
    }

    private static void Label(
        BatchOptions options, Classifier classifier, ResultForm form, BatchOutput output, ErrorLog errors, Terminal terminal, CancellationToken cancellation)
    {
        using var web = new WebReader(options.Web);
        var input = new BatchInput(options.Paths, terminal.In, options.Reading, web, cancellation);
        var buffers = new ConcurrentBag<MemoryStream>();
        using var progress = new ProgressLine(terminal, options.Paths, TimeProvider.System);
        HtmlDigest? digest = form.IsGathered ? new HtmlDigest(classifier.Model) : null;
        using var pipeline = new OrderedPipeline<InputBlock, BlockResult>(
            input.Blocks(output.Begin.Position), block => block.Block.Size, options.Workers, () => new BlockWorker(classifier, form, options, buffers).Work, cancellation);
        if (output.Begin == default)
        {
            form.WriteHeader(output.Results);
        }

        foreach (BlockResult result in pipeline.Results(cancellation))
        {
            result.Records.WriteTo(output.Results);
            result.Results.ForEach(article => digest?.Add(article));
            result.Errors.ForEach(errors.Add);
            progress.Advance(result.Articles, input.BytesRead);
            output.Reach(result.End, errors.Count);
            result.Records.SetLength(0);
            buffers.Add(result.Records);
            if (options.Output is null && pipeline.IsIdle)
            {
                output.Results.Flush();
            }
        }

        digest?.WriteTo(output.Results);
    }
}
