using System.Collections.Immutable;

namespace Caravan.Scenarios.Projects;

/// <summary>The best set of projects within the limits.</summary>
public sealed record ProjectChoice
{
    /// <summary>True where every set within the limits was valued, so that none is better.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Sets that were valued.</summary>
    public required int Sets { get; init; }

    /// <summary>Ids, in the order of the file; empty where nothing that is allowed pays.</summary>
    public required ImmutableArray<string> Projects { get; init; }

    /// <summary>What they are worth, million dollars a year.</summary>
    public required double WorthMusd { get; init; }

    /// <summary>What they cost, million dollars; NaN where a cost is not known.</summary>
    public required double CostMusd { get; init; }

    /// <summary>How much more an allowed set could be worth at most; zero where the answer is exact, otherwise under the
    /// assumption that no project adds more than singles, pairs and the full package show.</summary>
    public required double GapMusd { get; init; }

    /// <summary>How often that assumption was contradicted.</summary>
    public required int Exceptions { get; init; }

    /// <summary>How far it was contradicted at most, million dollars a year; the bound was widened by as much.</summary>
    public required double LargestExceptionMusd { get; init; }

    /// <summary>Members that lose with these projects; net of public cost.</summary>
    public required ImmutableArray<MemberChange> Losers { get; init; }

    /// <summary>Ids of the best set within the limits whoever loses.</summary>
    public required ImmutableArray<string> WithLosers { get; init; }

    /// <summary>What that set is worth, million dollars a year.</summary>
    public required double WithLosersWorthMusd { get; init; }

    /// <summary>Members that lose with that set; what they lose is the least that must be paid to keep them whole.</summary>
    public required ImmutableArray<MemberChange> LosersOfWithLosers { get; init; }

    /// <summary>Limits that were kept: the budget.</summary>
    public required ImmutableArray<ProjectLimitUse> Limits { get; init; }

    /// <summary>Debt of the members that pay for projects; empty without debt limits.</summary>
    public required ImmutableArray<DebtUse> Debt { get; init; }

    /// <summary>Ids of the best set of those solved whatever becomes of debt.</summary>
    public required ImmutableArray<string> WithoutDebtLimits { get; init; }

    /// <summary>What that set is worth, million dollars a year.</summary>
    public required double WithoutDebtLimitsWorthMusd { get; init; }

    /// <summary>What of it members' debt does not bear, in words; empty where debt bears it, or without debt limits.</summary>
    public required ImmutableArray<string> DebtBreaches { get; init; }
}
