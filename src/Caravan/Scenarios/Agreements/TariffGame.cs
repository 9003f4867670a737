using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Numerics;
using Caravan.Trade;

namespace Caravan.Scenarios.Agreements;

/// <summary>
/// Blocs that set tariffs on each other to raise their members' real income: the best of each alone, and the equilibrium.
/// Every trial is a solve of the model from the baseline without the scenario's actions.
/// </summary>
internal sealed class TariffGame
{
    private readonly Scenario _scenario;
    private readonly TradeModel _model;
    private readonly RunOptions _options;
    private readonly CancellationToken _cancellation;
    private readonly ImmutableArray<int[]> _members;
    private readonly ImmutableArray<Rate> _rates;
    private TradeOutcome? _last;
    private int _solves;

    public TariffGame(
        Scenario scenario, TradeModel model, TariffSearch search, RunOptions options, CancellationToken cancellation)
    {
        (_scenario, _model, _options, _cancellation) = (scenario, model, options, cancellation);
        var baseline = model.Baseline;
        _members = [.. scenario.Blocs.Select(bloc => bloc.Members.Select(baseline.IndexOfEconomy).ToArray())];
        _rates = [.. Enumerable.Range(0, _members.Length).SelectMany(bloc => RatesOf(bloc, search))];
    }

    /// <summary>The search; null where the model found no equilibrium for some rates.</summary>
    public TariffGameResult? Solve()
    {
        var start = _rates.Select(rate => Math.Clamp(rate.Base, rate.Minimum, rate.Maximum)).ToArray();
        try
        {
            var alone = Enumerable.Range(0, _members.Length)
                .Select(bloc => (Bloc: bloc, Result: Game([bloc], start).Solve(_cancellation))).ToArray();
            var nash = Game([.. Enumerable.Range(0, _members.Length)], start).Solve(_cancellation);
            double[] point = [.. nash.Point];
            var (inNash, free) = (Gains(point), Gains(new double[_rates.Length]));
            var optimal = _rates.Select((rate, at) =>
                alone[rate.Bloc].Result.Point[_rates.Take(at).Count(other => other.Bloc == rate.Bloc)]).ToArray();
            var gainsAlone = alone.Select(one => Gains(Only(one.Bloc, optimal))).ToArray();
            return new TariffGameResult
            {
                Converged = nash.Converged && alone.All(one => one.Result.Converged),
                Iterations = nash.Iterations,
                ResidualMusd = Math.Max(nash.Residual, alone.Max(one => one.Result.Residual)),
                Solves = _solves,
                Rates = [.. _rates.Select((rate, at) =>
                    new TariffRow(_scenario.Blocs[rate.Bloc].Name, rate.On, rate.Base, optimal[at], point[at]))],
                Gains = Rows(gainsAlone, inNash, free),
            };
        }
        catch (NoEquilibriumException)
        {
            return null;
        }
    }

    // rates that a bloc's own best moves, the others at what is there
    private IntervalGame Game(int[] blocs, double[] start)
    {
        var moving = Enumerable.Range(0, _rates.Length).Where(at => blocs.Contains(_rates[at].Bloc)).ToArray();
        return new IntervalGame(
            [.. moving.Select(at => new IntervalStrategy(
                Array.IndexOf(blocs, _rates[at].Bloc), _rates[at].Minimum, _rates[at].Maximum, start[at]))],
            (numbers, player) =>
            {
                var point = new double?[_rates.Length];
                for (var at = 0; at < moving.Length; at++)
                {
                    point[moving[at]] = numbers[at];
                }
                var outcome = Outcome(point);
                return FixedOrder.Sum([.. _members[blocs[player]].Select(n => GainOf(outcome, n))]);
            });
    }

    private double?[] Only(int bloc, double[] rates) =>
        [.. rates.Select((rate, at) => _rates[at].Bloc == bloc ? rate : (double?)null)];

    private double[] Gains(double[] rates) => Gains([.. rates.Select(rate => (double?)rate)]);

    private double[] Gains(double?[] rates)
    {
        var outcome = Outcome(rates);
        return [.. Enumerable.Range(0, _model.Baseline.Economies.Length).Select(n => GainOf(outcome, n))];
    }

    private static double GainOf(TradeOutcome outcome, int n) =>
        outcome.Measures.IncomeBase[n] * (outcome.Measures.RealIncomeHat[n] - 1);

    // what is null keeps the tariffs of the baseline
    private TradeOutcome Outcome(double?[] point)
    {
        _cancellation.ThrowIfCancellationRequested();
        var baseline = _model.Baseline;
        var tariffs = baseline.TariffRate.ToArray();
        for (var at = 0; at < point.Length; at++)
        {
            if (point[at] is { } rate)
            {
                Visit(_rates[at], cell => tariffs[cell] = rate);
            }
        }
        var (sectors, count) = (baseline.Sectors.Length, baseline.Economies.Length);
        var shock = new TradeShock { TariffRateNew = new Cube<double>(sectors, count, count, tariffs) };
        var outcome = _model.Solve(shock, _options.Solve, _last, _cancellation);
        _solves++;
        if (outcome.Status != SolveStatus.Converged)
        {
            throw new NoEquilibriumException();
        }
        _last = outcome;
        return outcome;
    }

    private void Visit(Rate rate, Action<int> visit)
    {
        var count = _model.Baseline.Economies.Length;
        foreach (var j in rate.Sectors)
        {
            foreach (var i in rate.Partners)
            {
                foreach (var n in _members[rate.Bloc])
                {
                    visit((j * count + i) * count + n);
                }
            }
        }
    }

    private IEnumerable<Rate> RatesOf(int bloc, TariffSearch search)
    {
        var (baseline, tariff) = (_model.Baseline, _scenario.Blocs[bloc].Tariff);
        int[] sectors = tariff.Sectors.IsEmpty
            ? [.. Enumerable.Range(0, baseline.Sectors.Length).Where(j => !baseline.Sectors[j].IsService)]
            : [.. tariff.Sectors.Select(baseline.IndexOfSector)];
        int[] on = tariff.On.IsEmpty
            ? [.. Enumerable.Range(0, _members.Length).Where(other => other != bloc).SelectMany(other => _members[other])]
            : [.. tariff.On.Select(baseline.IndexOfEconomy)];
        if (search == TariffSearch.Uniform)
        {
            yield return Make("all partners", on);
            yield break;
        }
        for (var other = 0; other < _members.Length; other++)
        {
            var partners = _members[other].Intersect(on).ToArray();
            if (other != bloc && partners.Length > 0)
            {
                yield return Make(_scenario.Blocs[other].Name, partners);
            }
        }
        var rest = on.Except(_members.SelectMany(members => members)).ToArray();
        if (rest.Length > 0)
        {
            yield return Make("others", rest);
        }

        Rate Make(string words, int[] partners)
        {
            var rate = new Rate(bloc, words, partners, sectors, 0, tariff.Minimum, tariff.Maximum);
            var (duty, trade) = (0.0, 0.0);
            Visit(rate, cell =>
            {
                duty += baseline.TariffRate.Values[cell] * baseline.Trade.Values[cell];
                trade += baseline.Trade.Values[cell];
            });
            return rate with { Base = trade > 0 ? duty / trade : 0 };
        }
    }

    private ImmutableArray<TariffGain> Rows(double[][] alone, double[] nash, double[] free)
    {
        var economies = _model.Baseline.Economies;
        var income = _last!.Measures.IncomeBase;
        int[] others = [.. Enumerable.Range(0, economies.Length).Except(_members.SelectMany(members => members))];
        var rows = ImmutableArray.CreateBuilder<TariffGain>();
        for (var bloc = 0; bloc < _members.Length; bloc++)
        {
            rows.Add(Row(_scenario.Blocs[bloc].Name, "bloc", _members[bloc], alone[bloc]));
        }
        rows.Add(Row("Others together", "others", others, null));
        rows.AddRange(others.Select(n => Row(economies[n].Name, "other", [n], null))
            .OrderBy(row => row.NashMusd / row.IncomeMusd).ThenBy(row => row.Party, StringComparer.Ordinal));
        return rows.ToImmutable();

        TariffGain Row(string party, string role, int[] members, double[]? own) => new(
            party, role, own is null ? double.NaN : members.Sum(n => own[n]), members.Sum(n => nash[n]),
            members.Sum(n => free[n]), members.Sum(n => income[n]));
    }

    private sealed record Rate(
        int Bloc, string On, int[] Partners, int[] Sectors, double Base, double Minimum, double Maximum);

    // leaves the search, which knows payoffs only
    private sealed class NoEquilibriumException : Exception;
}
