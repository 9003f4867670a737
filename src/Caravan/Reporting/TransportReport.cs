using System.Collections.Immutable;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>The tables that people read about journeys, and about the result by action.</summary>
internal static class TransportReport
{
    private const int PairsShown = 15;
    private const int ExtremesShown = 8;
    private const int LinksShown = 12;

    // nearer to zero is the rounding of a mean
    private const double NoisePct = 1e-9;

    /// <summary>Journeys between members, the pairs that change most, and who uses what is built.</summary>
    public static IEnumerable<ReportTable> Tables(RunResult result)
    {
        if (result.Transport is not { } transport)
        {
            yield break;
        }
        var members = result.Economies.Where(economy => economy.Member).Select(economy => economy.Code).ToHashSet();
        var abroad = Once(transport.Pairs).ToImmutableArray();
        var between = abroad.Where(pair => members.Contains(pair.Origin) && members.Contains(pair.Destination))
            .OrderBy(Order).ThenBy(Words, StringComparer.Ordinal).ToImmutableArray();
        if (!between.IsEmpty)
        {
            yield return Pairs("between_members", "Days door to door between members" + Part(between.Length, PairsShown),
                between.Take(PairsShown), result);
        }
        var connected = abroad.Where(pair => pair.ChangePct(transport.UsdPerDay) is not null).ToList();
        var better = connected.Where(pair => Order(pair) < -NoisePct).OrderBy(Order).ThenBy(Words, StringComparer.Ordinal)
            .ToList();
        var worse = connected.Where(pair => Order(pair) > NoisePct).OrderByDescending(Order)
            .ThenBy(Words, StringComparer.Ordinal).ToList();
        if (better.Count > 0 || worse.Count == 0)
        {
            yield return Pairs("improved_pairs", better.Count == 0 ? "No journey becomes cheaper"
                : "Most improved pairs" + Part(better.Count, ExtremesShown), better.Take(ExtremesShown), result);
        }
        if (worse.Count > 0)
        {
            yield return Pairs("worsened_pairs", "Pairs whose journeys become dearer" + Part(worse.Count, ExtremesShown),
                worse.Take(ExtremesShown), result);
        }
        if (!transport.Links.IsEmpty)
        {
            var links = transport.Links.OrderByDescending(link => link.MemberTradePct).ThenByDescending(link => link.TradePct)
                .ThenBy(link => link.Id, StringComparer.Ordinal).Take(LinksShown);
            yield return LinkColumns.Fields.Select("title", "trade_pct", "member_trade_pct").ToTable(
                "links", "Goods trade whose best route uses it" + Part(transport.Links.Length, LinksShown), links);
        }

        double Order(TransportPair pair) => pair.ChangePct(transport.UsdPerDay) ?? double.NegativeInfinity;
    }

    /// <summary>What is to be said below the tables.</summary>
    public static IEnumerable<string> Closing(RunResult result)
    {
        if (result.Transport is not { } transport)
        {
            yield break;
        }
        yield return "Journeys are means over the largest cities of two economies, on the routes that cost least with a day "
            + $"at {NumberText.Level(transport.UsdPerDay, 0)} dollars; each pair is shown one way.";
        yield return "Goods between areas that are named in mode_shares.csv go over land, by sea and by air as recorded or "
            + "assumed there; all others take the cheapest way, so that what goes over land there is an upper bound "
            + "(docs/network.md).";
        var cut = Once(transport.Pairs).Where(pair => pair.Status == TransportPairStatus.CutOff).ToList();
        if (cut.Count > 0)
        {
            yield return $"{cut.Count} {(cut.Count == 1 ? "pair is" : "pairs are")} cut off, with delivery at ten times the "
                + $"cost: {string.Join(", ", cut.Take(10).Select(Words))}{(cut.Count > 10 ? " and others" : "")}.";
        }
        var partly = Once(transport.Pairs).Where(pair => pair.Status == TransportPairStatus.PartlyCutOff).ToList();
        if (partly.Count > 0)
        {
            yield return $"{partly.Count} {(partly.Count == 1 ? "pair loses" : "pairs lose")} the way between some of their "
                + "cities, which trade at ten times the cost and are left out of the journeys above: "
                + $"{string.Join(", ", partly.Take(10).Select(Words))}{(partly.Count > 10 ? " and others" : "")}.";
        }
        var joined = Once(transport.Pairs).Where(pair => pair.Status == TransportPairStatus.NewlyConnected).ToList();
        if (joined.Count > 0)
        {
            yield return $"{joined.Count} {(joined.Count == 1 ? "pair has" : "pairs have")} a way that had none, which changes "
                + $"no trade cost: {string.Join(", ", joined.Take(10).Select(Words))}"
                + $"{(joined.Count > 10 ? " and others" : "")}.";
        }
    }

    /// <summary>The result by action for members together, and the average over all orders for each.</summary>
    public static IEnumerable<ReportTable> Decomposition(RunResult result)
    {
        if (result.Decomposition is not { Rows.IsEmpty: false } parts)
        {
            yield break;
        }
        var hasMembers = parts.Rows.Any(row => row.Member);
        var rows = parts.Rows.Where(row => row.Member || !hasMembers).ToImmutableArray();
        var income = rows.GroupBy(row => row.Economy).Sum(group => group.First().IncomeBaseMusd);
        var who = hasMembers ? "Members" : "World";
        var sums = rows.GroupBy(row => row.Action, (action, all) => Sum(action, all.ToList(), who, income)).ToImmutableArray();
        var table = DecompositionColumns.Fields.Select(
            "title", "shapley_pct", "alone_pct", "last_pct", "shapley_musd").ToTable(
            "decomposition", $"Real income by action: {who.ToLowerInvariant()}", sums);
        yield return new ReportTable
        {
            Name = table.Name,
            Title = table.Title,
            Columns = table.Columns,
            Rows = table.Rows,
            Note = sums.All(row => row.ShapleyPct is null)
                ? "Alone: the action by itself. Last: what is lost without it. More than ten actions: no averages over orders."
                : "Shapley: what it adds, averaged over every order of the actions; the column sums to the whole. Alone: the "
                    + "action by itself. Last: what is lost without it.",
        };
        if (hasMembers && sums.All(row => row.ShapleyPct is not null))
        {
            yield return ByMember(rows);
        }
    }

    private static ReportTable ByMember(ImmutableArray<DecompositionRow> rows)
    {
        var actions = rows.Select(row => row.Action).Distinct().ToImmutableArray();
        var economies = rows.GroupBy(row => row.Economy).Select(group => group.ToImmutableArray())
            .OrderByDescending(one => one.Sum(row => row.ShapleyPct)).ThenBy(one => one[0].Economy, StringComparer.Ordinal);
        return new ReportTable
        {
            Name = "decomposition_members",
            Title = "Real income by action and member (Shapley)",
            Columns =
            [
                new("name", "Economy", ColumnFormat.Text), new("all", "All", ColumnFormat.PercentChange),
                .. actions.Select(action => new ReportColumn(action, action, ColumnFormat.PercentChange)),
            ],
            Rows = economies.Select(one => (ImmutableArray<ReportCell>)
            [
                one[0].Name, one.Sum(row => row.ShapleyPct!.Value), .. one.Select(row => (ReportCell)row.ShapleyPct!.Value),
            ]),
        };
    }

    private static DecompositionRow Sum(string action, List<DecompositionRow> rows, string who, double income)
    {
        return new DecompositionRow(who, who, true, income, action, rows[0].Title, Mean(row => row.AlonePct),
            Mean(row => row.LastPct), rows[0].ShapleyPct is null ? null : Mean(row => row.ShapleyPct!.Value));

        double Mean(Func<DecompositionRow, double> pct) =>
            income > 0 ? rows.Sum(row => row.IncomeBaseMusd * pct(row)) / income : 0;
    }

    // journeys cost the same both ways, so that one row says it
    private static IEnumerable<TransportPair> Once(ImmutableArray<TransportPair> pairs)
    {
        var seen = new HashSet<(string, string)>();
        return pairs.Where(pair => pair.Origin != pair.Destination && !seen.Contains((pair.Destination, pair.Origin))
            && seen.Add((pair.Origin, pair.Destination)));
    }

    private static ReportTable Pairs(string name, string title, IEnumerable<TransportPair> pairs, RunResult result)
    {
        var names = result.Economies.ToDictionary(economy => economy.Code, economy => economy.Name);
        var fields = TransportColumns.FieldsOf(result.Transport!.UsdPerDay).Select(
            "days_before", "days_after", "usd_teu_before", "usd_teu_after", "change_pct");
        ReportField<TransportPair> Named(string column, string heading, Func<TransportPair, string> code) => new(
            new ReportColumn(column, heading, ColumnFormat.Text), pair => names.GetValueOrDefault(code(pair), code(pair)));
        ImmutableArray<ReportField<TransportPair>> all =
            [Named("origin", "From", pair => pair.Origin), Named("destination", "To", pair => pair.Destination), .. fields];
        return all.ToTable(name, title, pairs);
    }

    private static string Words(TransportPair pair) => $"{pair.Origin}-{pair.Destination}";

    private static string Part(int count, int shown) => count > shown ? $" ({shown} of {count})" : "";
}
