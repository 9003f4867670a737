using System.Collections.Immutable;

namespace Caravan.Scenarios;

/// <summary>What is asked of talks about a scenario.</summary>
public sealed record DiscussOptions
{
    /// <summary>Packages solved at most while better ones are looked for. Default 1000.</summary>
    public int Budget
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
            field = value;
        }
    } = 1000;

    /// <summary>Whether actions may be taken up in half of their size as well. Default true.</summary>
    public bool WithHalves { get; init; } = true;

    /// <summary>Ids of the actions on the table; empty for what the scenario says.</summary>
    public ImmutableArray<string> Offer { get; init; } = [];

    /// <summary>Two groups between whom the frontier is drawn, each by words for economies with commas between; empty
    /// for the member with the largest income and the other members.</summary>
    public ImmutableArray<string> Between { get; init; } = [];

    /// <summary>Whether best and equilibrium tariffs of the blocs are looked for. Default no.</summary>
    public TariffSearch Tariffs { get; init; }
}
