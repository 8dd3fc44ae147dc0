namespace ArmsClassifier.Cli.Speed;

/// <summary>How fast a model labels a text, and how fast it is ready to.</summary>
/// <param name="FirstLoad">Seconds of the first load of the model in this process, compilation of the code included.</param>
/// <param name="Load">Seconds of a load after that.</param>
/// <param name="OneCore">Seconds a passage, one thread.</param>
/// <param name="AllocatedBytes">Bytes that one thread allocates for a passage.</param>
/// <param name="AllCores">Seconds a passage, a thread for each core.</param>
/// <param name="Cores">How many cores there are.</param>
internal sealed record SpeedFigures(double FirstLoad, double Load, double OneCore, double AllocatedBytes, double AllCores, int Cores);
