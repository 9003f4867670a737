using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Network;
using Caravan.Scenarios.Compiling;

namespace Caravan.Scenarios.Results;

/// <summary>From journeys before and after to rows.</summary>
internal static class TransportRows
{
    public static TransportResult Of(
        Scenario scenario, Baseline baseline, TransportModel model, TransportShock shock, CancellationToken cancellation)
    {
        var member = MemberFlags(scenario, baseline);
        bool[] isShown = scenario.Members.IsEmpty ? [.. member.Select(_ => true)] : member;
        var before = EconomyTravel.Of(shock.Before, shock.Pairs, shock.Journeys, isShown);
        var after = EconomyTravel.Of(shock.Journeys, shock.Pairs, shock.Before, isShown);
        var pairs = ImmutableArray.CreateBuilder<TransportPair>();
        for (var i = 0; i < member.Length; i++)
        {
            for (var n = 0; n < member.Length && isShown[i]; n++)
            {
                pairs.Add(new TransportPair(baseline.Economies[i].Code, baseline.Economies[n].Code, before.Days[i, n],
                    after.Days[i, n], before.UsdPerTeu[i, n], after.UsdPerTeu[i, n])
                {
                    LosesCities = before.Loses[i, n],
                });
            }
        }
        return new TransportResult
        {
            UsdPerDay = model.Routing[0].UsdPerTeuDay,
            Pairs = pairs.ToImmutable(),
            Links = new LinkUses(scenario, model.Tables).Of(shock, member, cancellation),
        };
    }

    private static bool[] MemberFlags(Scenario scenario, Baseline baseline)
    {
        var members = scenario.Members.ToHashSet(StringComparer.Ordinal);
        return [.. baseline.Economies.Select(economy => members.Contains(economy.Code))];
    }
}
