using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>One combination of policies; blocs in the order of the file.</summary>
public sealed record BlocProfile
{
    /// <summary>Name of each bloc's policy.</summary>
    public required ImmutableArray<string> Policies { get; init; }

    /// <summary>Actions in force with their sizes.</summary>
    public required ImmutableArray<SizedAction> Actions { get; init; }

    /// <summary>Real income of each bloc, million dollars a year.</summary>
    public required ImmutableArray<double> PayoffMusd { get; init; }

    /// <summary>Real income of each bloc, per cent.</summary>
    public required ImmutableArray<double> PayoffPct { get; init; }

    /// <summary>Whether each bloc's policy is a best response to the others'.</summary>
    public required ImmutableArray<bool> IsBestResponse { get; init; }

    /// <summary>Real income of all other economies together, million dollars a year.</summary>
    public required double OthersMusd { get; init; }

    /// <summary>Short name of the other economy that gains most in per cent; empty where none gains.</summary>
    public required string TopGainer { get; init; }

    /// <summary>Short name of the other economy that loses most in per cent; empty where none loses.</summary>
    public required string TopLoser { get; init; }

    /// <summary>True where no other combination is better for one bloc without loss to another.</summary>
    public required bool IsPareto { get; init; }

    /// <summary>True where no bloc gains by another policy.</summary>
    public bool IsEquilibrium => IsBestResponse.All(best => best);

    /// <summary>Sum over the blocs, million dollars a year.</summary>
    public double TotalMusd => Numerics.FixedOrder.Sum(PayoffMusd.AsSpan());

    /// <summary>The combination in words.</summary>
    public string Words => string.Join(" / ", Policies);
}
