using System.Collections.Immutable;

namespace Caravan.Scenarios.Projects;

/// <summary>The best order of building within the limits.</summary>
public sealed record ProjectOrder
{
    /// <summary>True where every set within the limits was valued, so that no order is better.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Openings, first to last.</summary>
    public required ImmutableArray<OpeningRow> Steps { get; init; }

    /// <summary>Ids of projects that are not built: they are better left out, or break a limit.</summary>
    public required ImmutableArray<string> LeftOut { get; init; }

    /// <summary>Value at the start of what is open until the horizon, million dollars.</summary>
    public required double PresentValueMusd { get; init; }

    /// <summary>How much more an order could be worth at most; zero where the answer is exact, otherwise under the assumption
    /// that no project adds more than singles, pairs and the full package show.</summary>
    public required double GapMusd { get; init; }

    /// <summary>Value at the start of the same projects in the order of what each is worth alone.</summary>
    public required double ByValueAloneMusd { get; init; }

    /// <summary>Value at the start of the same projects in the order of what each is worth alone for a year of waiting.
    /// </summary>
    public required double ByValueForTimeMusd { get; init; }
}
