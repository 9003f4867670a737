using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>The game of blocs that each choose a policy; blocs in the order of the file.</summary>
public sealed record BlocGameResult
{
    /// <summary>Names of the blocs.</summary>
    public required ImmutableArray<string> Blocs { get; init; }

    /// <summary>Every combination of policies, the last bloc's policy changing fastest.</summary>
    public required ImmutableArray<BlocProfile> Profiles { get; init; }

    /// <summary>Equilibria of two blocs, pure and mixed; empty for more than two.</summary>
    public required ImmutableArray<BlocMixture> Mixtures { get; init; }

    /// <summary>True where mixtures of the equilibria listed may be equilibria too.</summary>
    public required bool IsDegenerate { get; init; }

    /// <summary>The largest regret of any equilibrium listed, million dollars, recomputed from the payoffs.</summary>
    public required double Regret { get; init; }

    /// <summary>Position of the combination with the largest sum over the blocs.</summary>
    public required int Cooperative { get; init; }

    /// <summary>The same among combinations in which no bloc has less than alone; -1 where there is none.</summary>
    public required int WithoutLosers { get; init; }

    /// <summary>Positions passed when blocs answer each other in turn, from the first combination on.</summary>
    public required ImmutableArray<int> Path { get; init; }

    /// <summary>Position in <see cref="Path"/> from which it goes round for ever; -1 where it ends in an equilibrium.
    /// </summary>
    public required int PathCycle { get; init; }

    /// <summary>What may come where each bloc chooses alone: the equilibrium with the smallest sum, in words; empty where none
    /// is known.</summary>
    public required string Alone { get; init; }

    /// <summary>What talking is worth: blocs, the other economies together, then every other economy from the largest loss
    /// to the largest gain in per cent; empty where no equilibrium is known.</summary>
    public required ImmutableArray<DialogueRow> Dialogue { get; init; }
}
