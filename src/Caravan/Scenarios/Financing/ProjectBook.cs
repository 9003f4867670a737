using System.Collections.Immutable;
using System.Numerics.Tensors;
using Caravan.Data;
using Caravan.Finance;
using Caravan.Scenarios.Routes;

namespace Caravan.Scenarios.Financing;

/// <summary>
/// From what a scenario says about money to plans and accounts, for any part of its actions: the levers <c>finance</c> and
/// <c>risk</c> among those in force change the rates of loans.
/// </summary>
internal sealed class ProjectBook
{
    private readonly Scenario _scenario;
    private readonly Baseline _baseline;
    private readonly Lazy<ImmutableArray<LinkUse>> _traffic;
    private readonly Lazy<ImmutableArray<PartyShare>> _fund;
    private readonly Lazy<double> _goodsTrade;

    /// <param name="scenario">All actions.</param>
    /// <param name="baseline">GDP and trade.</param>
    /// <param name="traffic">Who uses what the whole package builds; asked once, where a project has a toll.</param>
    /// <param name="gains">Gain of each economy from the whole package before its cost, million dollars; asked once, where
    /// the fund's key is gains.</param>
    public ProjectBook(
        Scenario scenario, Baseline baseline, Func<ImmutableArray<LinkUse>> traffic, Func<double[]> gains)
    {
        (_scenario, _baseline) = (scenario, baseline);
        _traffic = new(traffic);
        _fund = new(() => FundShares(gains));
        _goodsTrade = new(GoodsTradeMusd);
    }

    /// <summary>Each member's part of what the pooled fund needs.</summary>
    public ImmutableArray<PartyShare> Fund => _fund.Value;

    /// <summary>The projects among some actions, in the order of the file.</summary>
    public ImmutableArray<ProjectEntry> Of(IEnumerable<ScenarioAction> actions)
    {
        var inForce = _scenario with { Actions = [.. actions] };
        var risks = new RiskBook(inForce, _baseline);
        return [.. inForce.Actions.Where(action => action.Finance is not null).Select(action => Entry(action, inForce, risks))];
    }

    /// <summary>What users of a project pay in a year, million dollars.</summary>
    public double Revenue(ScenarioAction action)
    {
        var finance = action.Finance!;
        return finance.RevenueMusd
            ?? (finance.TollUsdPerTeu > 0 ? TrafficTeu(action) * finance.TollUsdPerTeu / 1e6 : 0);
    }

    /// <summary>
    /// TEU a year whose best route leads over what an action builds. Goods that use two projects of one action are
    /// counted once, by the project that most use.
    /// </summary>
    public double TrafficTeu(ScenarioAction action)
    {
        var uses = _traffic.Value.Where(use => action.Projects.Contains(use.Id) || use.Id == action.Id);
        return uses.Select(use => use.TradePct).DefaultIfEmpty(0).Max() / 100 * _goodsTrade.Value * 1e6
            / ModeChoice.UsdPerTeuGoods;
    }

    private ProjectEntry Entry(ScenarioAction action, Scenario inForce, RiskBook risks)
    {
        var finance = action.Finance!;
        var states = finance.Owners.Where(owner => IsEconomy(owner.Party)).ToImmutableArray();
        var whole = states.Sum(owner => owner.Share);
        // a project wholly in private hands is as risky as where it lies: among those who agreed to it
        var places = whole > 0 ? states : [.. action.By.Select(code => new PartyShare(code, 1.0 / action.By.Length))];
        var weight = places.Sum(place => place.Share);
        var (before, after) = (Mean(places, weight, risks.Base), Mean(places, weight, risks.With));
        var points = Points(inForce, finance.Owners);
        var plan = new ProjectPlan
        {
            CostMusd = finance.CostMusd,
            StartYear = finance.StartYear,
            OpenYear = finance.OpenYear,
            LifeYears = finance.LifeYears,
            Profile = finance.Profile,
            MaintenanceMusd = finance.Maintenance * finance.CostMusd,
            RevenueMusd = Revenue(action),
            Owners = finance.Owners,
            Financing = [.. finance.Mix.Select(source => Part(source, finance, before, after, points))],
        };
        return new ProjectEntry(action, plan, ProjectAccounts.Of(plan), after);
    }

    private FinancingPart Part(
        FinanceSource source, ProjectFinance finance, RiskEffect before, RiskEffect after, double points)
    {
        // a stated rate has the premium in it already; what agreements take off the premium comes off the rate
        var premium = source.Instrument != Instrument.CommercialLoan ? 0
            : source.HasBaseRate ? after.Premium
            : after.Premium - before.Premium;
        var from = source.Lender switch
        {
            _ when !source.From.IsEmpty => source.From,
            Lenders.Budgets => finance.Owners,
            Lenders.Fund => Fund,
            var lender => [new PartyShare(lender, 1)],
        };
        return new FinancingPart
        {
            Instrument = source.Instrument,
            Share = source.Share,
            From = from,
            Terms = source.Terms with { Rate = Math.Max(0, source.Terms.Rate + premium + points) },
        };
    }

    private static double Points(Scenario inForce, ImmutableArray<PartyShare> owners) => inForce.Actions
        .Where(action => action.Lever.Name == "finance").OrderBy(action => action.Id, StringComparer.Ordinal)
        .Sum(action => (action.Size("points") ?? 0)
            * owners.Where(owner => action.Economies.Contains(owner.Party)).Sum(owner => owner.Share));

    private static RiskEffect Mean(ImmutableArray<PartyShare> places, double weight, Func<string, RiskScores> scoresOf)
    {
        var (premium, delay, failure) = (0.0, 0.0, 0.0);
        foreach (var place in places)
        {
            var effect = RiskEffect.Of(scoresOf(place.Party));
            premium += place.Share / weight * effect.Premium;
            delay += place.Share / weight * effect.Delay;
            failure += place.Share / weight * effect.Failure;
        }
        return new RiskEffect(premium, delay, failure);
    }

    private ImmutableArray<PartyShare> FundShares(Func<double[]> gains)
    {
        var fund = _scenario.Finance.Fund ?? new FundTerms();
        if (fund.Key == FundKey.Stated)
        {
            return fund.Shares;
        }
        var gain = fund.Key == FundKey.Gains ? gains() : null;
        double[] weights = [.. _scenario.Members.Select(code => _baseline.IndexOfEconomy(code)).Select(n => fund.Key switch
        {
            FundKey.Gdp => _baseline.Gdp[n],
            FundKey.Gains => gain![n],
            _ => 1,
        })];
        return [.. _scenario.Members.Zip(PooledFund.Shares(weights), (code, share) => new PartyShare(code, share))];
    }

    private bool IsEconomy(string party) => _baseline.IndexOfEconomy(party) >= 0;

    private double GoodsTradeMusd()
    {
        var sum = 0.0;
        for (var j = 0; j < _baseline.Sectors.Length; j++)
        {
            for (var i = 0; i < _baseline.Economies.Length && !_baseline.Sectors[j].IsService; i++)
            {
                var row = _baseline.Trade.Row(j, i);
                sum += TensorPrimitives.Sum(row[..i]) + TensorPrimitives.Sum(row[(i + 1)..]);
            }
        }
        return sum;
    }
}
