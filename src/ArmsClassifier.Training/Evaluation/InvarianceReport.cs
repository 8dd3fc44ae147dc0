namespace ArmsClassifier.Training;

/// <summary>How often a label moves when states, weapons, firms or sums are swapped for others of their kind, which it must not.</summary>
/// <param name="Passages">Passages that have something to swap.</param>
/// <param name="Flips">Those of them whose label moved.</param>
public readonly record struct InvarianceReport(int Passages, int Flips)
{
    /// <summary>Share of the passages whose label moved, 0 to 1.</summary>
    public double FlipRate => Passages == 0 ? 0 : (double)Flips / Passages;
}
