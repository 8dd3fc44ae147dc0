using ArmsClassifier.Benchmarks;
using ArmsClassifier.Benchmarks.Peers;
using ArmsClassifier.Benchmarks.Suites;
using BenchmarkDotNet.Running;

switch (args)
{
    case [PeersVerb.Name, .. string[] rest]:
        return PeersVerb.Run(rest);
    case [SuitesVerb.Name]:
        return SuitesVerb.Run();
    case [MeasureVerb.Name, .. string[] rest]:
        return MeasureVerb.Run(rest);
    case [CrawlFile.Name, .. string[] rest]:
        return CrawlFile.Run(rest);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(PeersVerb).Assembly).Run(args);
        return 0;
}
