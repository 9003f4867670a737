using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Data;
using Caravan.Numerics;
using Caravan.Scenarios.Financing;
using Caravan.Trade;

namespace Caravan.Scenarios.Agreements;

/// <summary>Talks about one scenario: verdicts, packages, frontier, chair, blocs and tariffs.</summary>
internal sealed class Discussion
{
    private readonly Scenario _scenario;
    private readonly Agreement _agreement;
    private readonly Baseline _baseline;
    private readonly TradeModel _model;
    private readonly RunOptions _options;
    private readonly DiscussOptions _asked;
    private readonly CancellationToken _cancellation;
    private readonly PackageMenu _menu;
    private readonly PackageSolver _solver;
    private readonly RedLines _lines;
    private readonly PackageSearch _search;
    private readonly Dictionary<(Coalition Package, int Economy), ImmutableArray<double>> _debt = [];
    private readonly ImmutableArray<string>.Builder _remarks = ImmutableArray.CreateBuilder<string>();

    public Discussion(
        Scenario scenario, TradeModel model, RunOptions options, DiscussOptions asked, CancellationToken cancellation)
    {
        (_scenario, _model, _options, _asked, _cancellation) = (scenario, model, options, asked, cancellation);
        _baseline = model.Baseline;
        _agreement = scenario.Agreement ?? new Agreement();
        _menu = PackageMenu.Of(scenario, _baseline, asked.WithHalves);
        _lines = new RedLines(scenario, _agreement, _baseline);
        _solver = new PackageSolver(_menu.Scenario, model, options, scenario)
        {
            Watched = _lines.Watched,
            WatchedExporters = _lines.Debtors,
        };
        _lines.DebtOf = DebtOf;
        var progress = options.Progress is { } told ? new ProgressSum(told, ExpectedSolves()) : null;
        _search = new PackageSearch(_menu, _solver, _lines, progress, cancellation);
    }

    public DiscussResult Run()
    {
        var offer = _search.Solve(_menu.Whole(Offered()));
        var result = new DiscussResult
        {
            Status = offer.Status,
            Iterations = offer.Iterations,
            Residual = offer.Residual,
            Solves = 1,
            Scenario = _scenario,
            BaselineName = _baseline.Name,
            BaselineHash = _baseline.ContentHash,
            Agreement = _agreement,
            MemberNames = [.. _lines.Members.ToArray().Select(n => _baseline.Economies[n].Name)],
        };
        if (offer.Status != SolveStatus.Converged)
        {
            return result;
        }
        result = _scenario.Members.IsEmpty ? result : Packages(result, offer);
        result = _scenario.Blocs.IsEmpty ? result : Blocs(result);
        var all = _search.All.ToList();
        return result with
        {
            Iterations = all.Sum(outcome => outcome.Iterations),
            Residual = _search.Outcomes.Max(outcome => outcome.Residual),
            Solves = all.Count,
            Remarks = _remarks.ToImmutable(),
        };
    }

    // enough for a bar: what is enumerated, and the combinations of policies
    private int ExpectedSolves()
    {
        var whole = _menu.Possible(wholeOnly: true);
        var all = _menu.Possible(wholeOnly: false);
        var packages = _scenario.Members.IsEmpty ? 0 : all <= _asked.Budget ? all : whole <= _asked.Budget ? whole : _asked.Budget;
        return (int)packages + _scenario.Blocs.Aggregate(_scenario.Blocs.IsEmpty ? 0 : 1, (n, bloc) => n * bloc.Policies.Length);
    }

    // the same package is asked about again and again, and projects are few
    private ImmutableArray<double> DebtOf(PackageOutcome outcome, int economy)
    {
        if (!_debt.TryGetValue((outcome.Actions, economy), out var ratios))
        {
            var actions = outcome.Actions.Players.Select(item => _menu.Scenario.Actions[item]);
            var projects = _solver.Costs?.Projects.Of(actions) ?? [];
            ratios = new DebtRows(_scenario, _baseline, projects).Peaks(_baseline.Economies[economy].Code,
                outcome.GdpRealPct[economy], outcome.WatchedExportsPct[_lines.Debtors.IndexOf(economy)]);
            _debt.Add((outcome.Actions, economy), ratios);
        }
        return ratios;
    }

    private IEnumerable<int> Offered()
    {
        var ids = _asked.Offer.IsEmpty ? _agreement.Offer : _asked.Offer;
        return ids.IsEmpty ? Enumerable.Range(0, _menu.InPackage) : ids.Select(_menu.IndexOf).Distinct();
    }

    private DiscussResult Packages(DiscussResult result, PackageOutcome offer)
    {
        var scope = _search.Run(offer.Actions, _asked.Budget);
        var verdicts = new OfferVerdicts(_menu, _search, _lines, _baseline).Of(offer);
        // what is on standby is added to the offer only, one action at a time
        var outcomes = _search.Outcomes.OrderBy(outcome => outcome.Actions.Members)
            .Where(outcome => outcome.Actions != Coalition.Empty
                && (_menu.IsOfPackage(outcome.Actions) || outcome.Actions == offer.Actions))
            .ToList();
        var gains = outcomes.Select(GainsOf).ToList();
        int[] order =
        [
            .. Enumerable.Range(0, gains.Count).OrderByDescending(at => gains[at].Accepting)
                .ThenByDescending(at => gains[at].TotalMusd),
        ];
        ImmutableArray<PackageGains> packages = [.. order.Select(at => gains[at])];
        var maxMin = packages.IsEmpty ? -1 : ParetoFrontier.MaxMin(new Matrix<double>(
            packages.Length, _lines.Members.Length, [.. packages.SelectMany(package => package.GainPct)]));
        result = result with
        {
            Offer = GainsOf(offer),
            Verdicts = verdicts,
            Packages = packages,
            MaxMin = maxMin,
            Search = scope,
            Frontier = new GroupFrontier(_scenario, _baseline, _solver.IncomeBase).Of(
                _asked.Between, [.. outcomes.Select((outcome, at) => (outcome, gains[at]))]),
            Gap = packages.Any(package => package.AllAccept) ? null
                : new GapFinder(_scenario, _baseline, _lines).Of(offer, outcomes, gains),
        };
        return packages.IsEmpty ? result : Talks(result, [.. order.Select(at => outcomes[at])]);
    }

    private DiscussResult Talks(DiscussResult result, ImmutableArray<PackageOutcome> outcomes)
    {
        var count = _lines.Members.Length;
        if (count > Coalition.MaxPlayers || count < 2)
        {
            _remarks.Add($"Talks with a chair are computed for 2 to {Coalition.MaxPlayers} members; here are {count}.");
            return result;
        }
        var members = Enumerable.Range(0, count).ToArray();
        var talks = new ChairBargaining(_scenario.Members, _agreement, result.Packages,
            [.. outcomes.Select(outcome => members.All(member => _lines.NoPaymentNeeded(outcome, member)))],
            [.. members.Select(member => _lines.FloorMusd(member, _solver.IncomeBase[_lines.Members[member]]))]);
        var transfers = talks.WithTransfers();
        if (transfers is null)
        {
            _remarks.Add($"Payments among members with votes of different weight are computed for at most "
                + $"{TransferBargaining.MaxWeightedPlayers} members.");
        }
        return result with { Talks = talks.Plain(), TalksWithTransfers = transfers };
    }

    private DiscussResult Blocs(DiscussResult result)
    {
        var game = new BlocGame(_scenario, _menu, _baseline, _solver.IncomeBase);
        if (game.Profiles > BlocGame.MaxProfiles)
        {
            _remarks.Add(FormattableString.Invariant(
                $"The blocs have {game.Profiles:N0} combinations of policies; at most {BlocGame.MaxProfiles} are solved."));
            return result;
        }
        var solved = game.Solve(packages =>
        {
            _search.Solve(packages);
            return [.. packages.Select(_search.Solve)];
        });
        if (solved is null)
        {
            _remarks.Add("A combination of policies did not converge, so there is no game of blocs.");
        }
        if (_asked.Tariffs == TariffSearch.None)
        {
            return result with { Blocs = solved };
        }
        var tariffs = new TariffGame(_scenario, _model, _asked.Tariffs, _options, _cancellation).Solve();
        if (tariffs is null)
        {
            _remarks.Add("Some tariffs that were tried did not converge, so no best tariffs are shown; try a lower maximum.");
        }
        return result with { Blocs = solved, Tariffs = tariffs };
    }

    private PackageGains GainsOf(PackageOutcome outcome)
    {
        var members = _lines.Members.ToArray();
        ImmutableArray<bool> accepts =
            [.. Enumerable.Range(0, members.Length).Select(member => _lines.Accepts(outcome, member))];
        return new PackageGains
        {
            Actions = _menu.ActionsOf(outcome.Actions),
            GainPct = [.. members.Select(n => outcome.RealIncomePct[n])],
            GainMusd = [.. members.Select(n => outcome.RealIncomeMusd[n])],
            Accepts = accepts,
            OthersMusd = FixedOrder.Sum([.. outcome.RealIncomeMusd.Where((_, n) => !members.Contains(n))]),
            Passes = _lines.Passes(accepts),
        };
    }
}
