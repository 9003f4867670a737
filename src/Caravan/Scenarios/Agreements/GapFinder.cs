using System.Collections.Immutable;
using Caravan.Data;

namespace Caravan.Scenarios.Agreements;

/// <summary>What would make red lines meet where no package is accepted by all.</summary>
internal sealed class GapFinder(Scenario scenario, Baseline baseline, RedLines lines)
{
    public AgreementGap Of(PackageOutcome offer, List<PackageOutcome> outcomes, List<PackageGains> gains)
    {
        var unmet = ImmutableArray.CreateBuilder<UnmetLine>();
        for (var member = 0; member < scenario.Members.Length; member++)
        {
            var economy = baseline.Economies[lines.Members[member]];
            unmet.AddRange(lines.Checks(offer, member, outcomes).Where(check => !check.CanHold)
                .Select(check => new UnmetLine(economy.Code, economy.Name, check)));
        }
        var (nearest, needed, available) = (-1, double.PositiveInfinity, 0.0);
        for (var at = 0; at < outcomes.Count; at++)
        {
            var missing = Enumerable.Range(0, scenario.Members.Length)
                .Select(member => lines.MissingMusd(outcomes[at], member)).ToArray();
            var pay = missing.Where(each => each > 0).Sum();
            var spare = -missing.Where(each => each < 0 && double.IsFinite(each)).Sum();
            // among packages whose needs can be paid the cheapest, else the one that lacks least
            if (double.IsFinite(pay) && (nearest < 0 || Rank(pay, spare).CompareTo(Rank(needed, available)) < 0))
            {
                (nearest, needed, available) = (at, pay, spare);
            }
        }
        return new AgreementGap
        {
            Unmet = unmet.ToImmutable(),
            Nearest = nearest < 0 ? null : gains[nearest],
            NeededMusd = nearest < 0 ? 0 : needed,
            AvailableMusd = available,
        };
    }

    private static (bool Lacks, double Musd) Rank(double needed, double available) =>
        (needed > available, needed > available ? needed - available : needed);
}
