using System.Collections.Immutable;

namespace Caravan.Scenarios.Replication;

/// <summary>Published results and closed forms that Caravan reproduces on demand.</summary>
public static class Replications
{
    /// <summary>Words that select a replication.</summary>
    public static ImmutableArray<string> Names { get; } = ["cp2015", "ge-gravity", "acr", "symmetric", "no-change"];

    /// <summary>One line that says what each of <see cref="Names"/> compares.</summary>
    public static string Describe(string name) => name switch
    {
        "cp2015" => CaliendoParroReplication.Title,
        "ge-gravity" => GravityReplication.Title,
        "acr" => SufficientStatistics.Title,
        "symmetric" => SymmetricEconomies.Title,
        "no-change" => NoChange.Title,
        _ => throw new ArgumentException($"unknown replication {name}", nameof(name)),
    };

    /// <summary>True where the replication reads published data from a folder of fixtures.</summary>
    public static bool NeedsFixtures(string name) => name is "cp2015" or "ge-gravity";

    /// <summary>Computes a replication.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="fixturesFolder">Folder that holds <c>cp2015</c> and <c>ge-gravity</c>.</param>
    /// <exception cref="ArgumentException">No replication has this name.</exception>
    /// <exception cref="IOException">The fixtures are missing or unreadable.</exception>
    public static ReplicationResult Run(string name, string fixturesFolder) => name switch
    {
        "cp2015" => CaliendoParroReplication.Run(Path.Combine(fixturesFolder, "cp2015")),
        "ge-gravity" => GravityReplication.Run(Path.Combine(fixturesFolder, "ge-gravity")),
        "acr" => SufficientStatistics.Run(),
        "symmetric" => SymmetricEconomies.Run(),
        "no-change" => NoChange.Run(),
        _ => throw new ArgumentException($"unknown replication {name}", nameof(name)),
    };
}
