using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>What a part of a package does to every economy; economies in the baseline's order.</summary>
public sealed record PackageOutcome
{
    /// <summary>How the solve ended; unless it converged the arrays are empty.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>Sweeps over all equations.</summary>
    public required int Iterations { get; init; }

    /// <summary>Largest relative violation over all equation groups, recomputed from the solution.</summary>
    public required double Residual { get; init; }

    /// <summary>The actions in force: bit a is set for action a of the scenario.</summary>
    public required Coalition Actions { get; init; }

    /// <summary>Household real income net of infrastructure cost [economy], per cent.</summary>
    public required ImmutableArray<double> RealIncomePct { get; init; }

    /// <summary>The same in million dollars a year at base prices: the exact equivalent variation.</summary>
    public required ImmutableArray<double> RealIncomeMusd { get; init; }

    /// <summary>Real GDP before infrastructure cost [economy], per cent.</summary>
    public required ImmutableArray<double> GdpRealPct { get; init; }

    /// <summary>Change of exports of each of <see cref="PackageSolver.WatchedExporters"/>, per cent.</summary>
    public ImmutableArray<double> WatchedExportsPct { get; init; } = [];

    /// <summary>Change of real output in each cell of <see cref="PackageSolver.Watched"/>, per cent.</summary>
    public ImmutableArray<double> WatchedOutputPct { get; init; } = [];
}
