using System.Collections.Immutable;
using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>Who would agree to a package, on what, and how talks would go.</summary>
public sealed record DiscussResult
{
    /// <summary>How the solve of the offer ended; unless it converged there is nothing else.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>Sweeps over all equations, of all solves.</summary>
    public required int Iterations { get; init; }

    /// <summary>Largest relative violation of any equation in any package shown, recomputed from the solutions.</summary>
    public required double Residual { get; init; }

    /// <summary>Packages solved.</summary>
    public required int Solves { get; init; }

    /// <summary>Scenario as resolved.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>Name of the baseline.</summary>
    public required string BaselineName { get; init; }

    /// <summary>SHA-256 of the baseline's content, hexadecimal.</summary>
    public required string BaselineHash { get; init; }

    /// <summary>Short names of the members, in their order.</summary>
    public ImmutableArray<string> MemberNames { get; init; } = [];

    /// <summary>The terms that were applied: the scenario's, or consensus and no loss for anybody.</summary>
    public Agreement Agreement { get; init; } = new();

    /// <summary>The package on the table.</summary>
    public PackageGains? Offer { get; init; }

    /// <summary>One verdict a member on the offer, in the order of members.</summary>
    public ImmutableArray<MemberVerdict> Verdicts { get; init; } = [];

    /// <summary>Every package looked at that converged, without the empty one and those that take up an action on standby:
    /// those that more members accept first, then by the members' sum.</summary>
    public ImmutableArray<PackageGains> Packages { get; init; } = [];

    /// <summary>How packages were looked for.</summary>
    public PackageSearchScope Search { get; init; } = new(0, 0, false, 0);

    /// <summary>Position in <see cref="Packages"/> of the one whose smallest gain in per cent is largest; -1 where there is
    /// none.</summary>
    public int MaxMin { get; init; } = -1;

    /// <summary>What would make red lines meet where no package is accepted by all; null where one is.</summary>
    public AgreementGap? Gap { get; init; }

    /// <summary>What one group can have only at the cost of another; null without members.</summary>
    public PackageFrontier? Frontier { get; init; }

    /// <summary>Talks over packages as they are; null where they were not computed.</summary>
    public ChairTalks? Talks { get; init; }

    /// <summary>Talks in which members may pay each other; null where they were not computed.</summary>
    public ChairTalks? TalksWithTransfers { get; init; }

    /// <summary>The game of the blocs; null without blocs.</summary>
    public BlocGameResult? Blocs { get; init; }

    /// <summary>Best and equilibrium tariffs of the blocs; null unless asked for.</summary>
    public TariffGameResult? Tariffs { get; init; }

    /// <summary>What was left out, and why; one sentence each.</summary>
    public ImmutableArray<string> Remarks { get; init; } = [];
}
