using ArmsClassifier.Cli;

return await CommandLine.RunAsync(args, Terminal.OfProcess());
