using System.Collections.Immutable;
using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>The projects of a package: their money, what they leave of the gain, and whether the debt holds.</summary>
public sealed record BuildResult
{
    /// <summary>How the solves ended; unless all converged the rows are empty.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>Sweeps over all equations in the run of the whole package with its cost.</summary>
    public required int Iterations { get; init; }

    /// <summary>Largest relative violation over all equation groups, over all solves.</summary>
    public required double Residual { get; init; }

    /// <summary>The run of the whole package with its cost.</summary>
    public required RunResult Run { get; init; }

    /// <summary>Number of packages solved.</summary>
    public required int Solves { get; init; }

    /// <summary>One row a project, in the order of the file.</summary>
    public ImmutableArray<ProjectResult> Projects { get; init; } = [];

    /// <summary>One row a project and economy with a gain or loss.</summary>
    public ImmutableArray<ProjectGain> Gains { get; init; } = [];

    /// <summary>One row a project, year, party and reason.</summary>
    public ImmutableArray<CashFlowResult> CashFlows { get; init; } = [];

    /// <summary>One row an economy that is a member or pays, in the baseline's order.</summary>
    public ImmutableArray<FiscalResult> Fiscal { get; init; } = [];

    /// <summary>One row a member, in the baseline's order.</summary>
    public ImmutableArray<DebtResult> Debt { get; init; } = [];

    /// <summary>Titles of actions that the file gives no cost for.</summary>
    public ImmutableArray<string> WithoutCost { get; init; } = [];

    /// <summary>True where every solve converged.</summary>
    public bool Converged => Status == SolveStatus.Converged;
}
