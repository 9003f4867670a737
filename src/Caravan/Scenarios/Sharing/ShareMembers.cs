using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Data;

namespace Caravan.Scenarios.Sharing;

/// <summary>Where each member stands inside, alone and outside.</summary>
internal static class ShareMembers
{
    public static ImmutableArray<ShareMember> Of(SharedPackage package, Baseline baseline)
    {
        var gains = package.GainsOf(package.Grand);
        return [.. Enumerable.Range(0, package.Players).Select(Member)];

        ShareMember Member(int m)
        {
            var code = package.Scenario.Members[m];
            var outside = package.GainsOf(package.Grand.Without(m))[m];
            return new ShareMember
            {
                Code = code,
                Name = baseline.Economies[baseline.IndexOfEconomy(code)].Name,
                IncomeMusd = package.IncomeMusd[m],
                GainMusd = gains[m],
                GainPct = 100 * gains[m] / package.IncomeMusd[m],
                AloneMusd = package.GainsOf(Coalition.Of(m))[m],
                OutsideMusd = outside,
                Actions = package.Actions.By.Count(by => by.Contains(m)),
                OwnActions = package.Actions.By.Count(by => by == Coalition.Of(m)),
                GainsByLeaving = outside - gains[m] > package.ToleranceMusd,
            };
        }
    }
}
