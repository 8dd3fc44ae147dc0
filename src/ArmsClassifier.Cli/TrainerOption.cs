using System.CommandLine;
using ArmsClassifier.Training;
#if MLNET
using ArmsClassifier.MLNet;
#endif

namespace ArmsClassifier.Cli;

/// <summary>The option that says what fits the weights of a model.</summary>
internal static class TrainerOption
{
    // Trainers that are in builds with ML.NET alone begin with it.
    private const string MLNetPrefix = "mlnet-";

#if MLNET
    private static readonly IReadOnlyList<string> s_names = TrainerComparison.Names;
#else
    private static readonly IReadOnlyList<string> s_names = [TrainingSettings.OwnTrainer];
#endif

    /// <summary>The option.</summary>
    public static Option<string> Create()
    {
        var option = new Option<string>("--trainer")
        {
            Description = $"What fits the weights: {string.Join(", ", s_names)}",
            HelpName = "NAME",
            DefaultValueFactory = _ => TrainingSettings.OwnTrainer,
        };
        option.CompletionSources.Add([.. s_names]);
        option.Validators.Add(result =>
        {
            foreach (string name in result.Tokens.Select(token => token.Value).Where(name => !s_names.Contains(name, StringComparer.Ordinal)))
            {
                result.AddError(Unknown(name));
            }
        });
        return option;
    }

    /// <summary>What is wrong with a name that is no trainer.</summary>
    public static string Unknown(string name) => name.StartsWith(MLNetPrefix, StringComparison.Ordinal) && s_names.Count == 1
        ? $"--trainer {name}: this build is without ML.NET; build it with -p:MLNet=true, as docs/mlnet.md tells"
        : $"--trainer {name}: no such trainer; expected one of {string.Join(", ", s_names)}";

    /// <summary>The trainer of a name; null for the own one, and for names that are pipelines.</summary>
    public static IWeightTrainer? WeightTrainer(string name) =>
#if MLNET
        WeightTrainers.All.FirstOrDefault(trainer => trainer.Name == name);
#else
        name == TrainingSettings.OwnTrainer ? null : throw new UsageException(Unknown(name));
#endif
}
