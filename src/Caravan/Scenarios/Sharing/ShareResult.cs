using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Trade;

namespace Caravan.Scenarios.Sharing;

/// <summary>How the gains of a package can be shared, and who would stay.</summary>
public sealed record ShareResult
{
    /// <summary>How the solves ended: converged where all did, else how the first that did not ended.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>Most sweeps that an equilibrium took.</summary>
    public required int Iterations { get; init; }

    /// <summary>Largest residual of an equilibrium.</summary>
    public required double Residual { get; init; }

    /// <summary>The scenario as resolved.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>SHA-256 of the resolved scenario's text, hexadecimal.</summary>
    public required string ScenarioHash { get; init; }

    /// <summary>Name of the baseline.</summary>
    public required string BaselineName { get; init; }

    /// <summary>SHA-256 of the baseline's content, hexadecimal.</summary>
    public required string BaselineHash { get; init; }

    /// <summary>What was assumed about outsiders, disagreement and weights.</summary>
    public required SharingTerms Terms { get; init; }

    /// <summary>Different sets of actions that were needed: one equilibrium each.</summary>
    public int Equilibria { get; init; }

    /// <summary>How many of them a file of an earlier run had.</summary>
    public int EquilibriaKept { get; init; }

    /// <summary>Ids of the actions whose package did not converge; empty where all did.</summary>
    public ImmutableArray<string> FailedActions { get; init; } = [];

    /// <summary>Pairs of draws where values are estimated by sampling; zero where every coalition was valued.</summary>
    public int SamplePairs { get; init; }

    /// <summary>Where the random numbers of sampling began.</summary>
    public int Seed { get; init; }

    /// <summary>Differences up to this count as none: the solver's tolerance on the members' income, million dollars.
    /// </summary>
    public double ToleranceMusd { get; init; }

    /// <summary>The members, in the baseline's order.</summary>
    public ImmutableArray<ShareMember> Members { get; init; } = [];

    /// <summary>Every coalition that was valued, in the order of its bits, the empty one left out.</summary>
    public ImmutableArray<CoalitionValue> Values { get; init; } = [];

    /// <summary>What members gain together, million dollars a year.</summary>
    public double TotalMusd { get; init; }

    /// <summary>The rules.</summary>
    public ImmutableArray<RuleResult> Rules { get; init; } = [];

    /// <summary>The core.</summary>
    public CoreFinding? Core { get; init; }

    /// <summary>Least side payments.</summary>
    public ImmutableArray<PaymentPlan> Payments { get; init; } = [];

    /// <summary>
    /// Of what coalitions can bring about, the one with the largest product of gains over disagreement that makes nobody
    /// worse off, without any transfer; null where each makes somebody worse off.
    /// </summary>
    public CoalitionValue? NashWithoutTransfers { get; init; }

    /// <summary>Economies that might join, in the order of what joining brings them.</summary>
    public ImmutableArray<AccessionResult> Accessions { get; init; } = [];

    /// <summary>Projects and who pays for them under each rule.</summary>
    public ImmutableArray<ProjectShares> Projects { get; init; } = [];

    /// <summary>What a reader must know to read the figures right, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>True where every equilibrium converged.</summary>
    public bool Converged => Status == SolveStatus.Converged;

    /// <summary>True where something was left out because the library for linear programs is missing.</summary>
    public bool LacksLinearPrograms { get; init; }

    /// <summary>Codes of a coalition's members.</summary>
    public IEnumerable<string> CodesOf(Coalition coalition) => coalition.Players.Select(m => Scenario.Members[m]);

    /// <summary>Ids of actions.</summary>
    public IEnumerable<string> ActionsOf(Coalition actions) => actions.Players.Select(a => Scenario.Actions[a].Id);
}
