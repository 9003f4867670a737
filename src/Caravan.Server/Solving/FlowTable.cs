using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Scenarios;
using Caravan.Server.Contracts;

namespace Caravan.Server.Solving;

/// <summary>Picks the flows that a client wants out of the hundreds of thousands of a world.</summary>
internal static class FlowTable
{
    /// <summary>Most rows of an answer; the bundle has all of them.</summary>
    public const int MostRows = 20_000;

    /// <summary>Sector of rows that sum the sectors up.</summary>
    public const string AllSectors = "all";

    /// <summary>The result with only the flows wanted.</summary>
    /// <exception cref="InputException">They are too many.</exception>
    public static RunResult Pick(RunResult result, FlowFilter? filter)
    {
        filter ??= new FlowFilter();
        var (origins, destinations) = (Words(filter.Origins), Words(filter.Destinations));
        var sectors = Words(filter.Sectors);
        var rows = result.Flows.Where(flow => In(origins, flow.Origin) && In(destinations, flow.Destination)
            && In(sectors, flow.Sector));
        if (filter.Total)
        {
            rows = rows.GroupBy(flow => (flow.Origin, flow.Destination), (pair, flows) => flows.Aggregate(
                new FlowResult(AllSectors, pair.Origin, pair.Destination, 0, 0, false),
                (sum, flow) => new FlowResult(AllSectors, pair.Origin, pair.Destination, sum.BaseMusd + flow.BaseMusd,
                    sum.NewMusd + flow.NewMusd, sum.Estimated || flow.Estimated)));
        }
        var picked = rows.Take(MostRows + 1).ToImmutableArray();
        return picked.Length > MostRows
            ? throw new InputException(new InputIssue("request", 0, $"more than {MostRows} flows are asked for",
                "name origins, destinations or sectors, or set total; the bundle has all flows"))
            : result with { Flows = picked };
    }

    private static HashSet<string>? Words(string[]? words) =>
        words is null ? null : new HashSet<string>(words, StringComparer.OrdinalIgnoreCase);

    private static bool In(HashSet<string>? words, string word) => words is null || words.Contains(word);
}
