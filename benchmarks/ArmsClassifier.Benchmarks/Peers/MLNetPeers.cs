namespace ArmsClassifier.Benchmarks.Peers;

/// <summary>ML.NET. The other part of this type is in <c>MLNet/</c> and is built with <c>-p:MLNet=true</c> alone.</summary>
internal static partial class MLNetPeers
{
    /// <summary>Trains on the labelled passages; gives its contenders.</summary>
    /// <exception cref="PeerException">This build has none.</exception>
    public static List<Contender> Train(string folder)
    {
        var contenders = new List<Contender>();
        AddTo(contenders, folder);
        return contenders.Count > 0 ? contenders : throw new PeerException("this build is without it; build with -p:MLNet=true where its packages are to be had");
    }

    /// <summary>Runs one of its measurements; null where there is none of that name.</summary>
    public static int? Measure(string[] args)
    {
        int? code = null;
        Measure(args, ref code);
        return code;
    }

    static partial void AddTo(List<Contender> contenders, string folder);

    static partial void Measure(string[] args, ref int? code);
}
