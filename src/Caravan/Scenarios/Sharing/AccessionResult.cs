using Caravan.Trade;

namespace Caravan.Scenarios.Sharing;

/// <summary>What happens when an economy joins as one more member; million dollars a year.</summary>
public sealed record AccessionResult
{
    /// <summary>How the solve with it as a member ended; unless it converged the figures are NaN.</summary>
    public required SolveStatus Status { get; init; }

    /// <summary>Sweeps over all equations.</summary>
    public required int Iterations { get; init; }

    /// <summary>Largest relative violation over all equation groups.</summary>
    public required double Residual { get; init; }

    /// <summary>Code of the economy.</summary>
    public required string Code { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Actions that change when it is a member, because they are about members or need all of them.</summary>
    public required int ActionsChanged { get; init; }

    /// <summary>Its gain while it stays outside.</summary>
    public double OutsideMusd { get; init; } = double.NaN;

    /// <summary>Its gain as a member.</summary>
    public double InsideMusd { get; init; } = double.NaN;

    /// <summary>What joining brings it.</summary>
    public double JoiningMusd => InsideMusd - OutsideMusd;

    /// <summary>Joining, per cent of its income.</summary>
    public double JoiningPct { get; init; } = double.NaN;

    /// <summary>What its joining brings the members there are, together.</summary>
    public double MembersMusd { get; init; } = double.NaN;

    /// <summary>How many of them lose by it.</summary>
    public int MembersLosing { get; init; }

    /// <summary>Code of the member that loses most; empty where none does.</summary>
    public string LosesMost { get; init; } = "";

    /// <summary>What that member loses, below zero; zero where none does.</summary>
    public double LosesMostMusd { get; init; }

    /// <summary>True where it gains by joining.</summary>
    public bool WantsToJoin { get; init; }

    /// <summary>True where no member loses by its joining.</summary>
    public bool IsWelcome { get; init; }
}
