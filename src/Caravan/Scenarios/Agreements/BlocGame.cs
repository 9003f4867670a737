using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Data;
using Caravan.Numerics;
using Caravan.Trade;

namespace Caravan.Scenarios.Agreements;

/// <summary>
/// The game of blocs. An action that policies name is in force where every bloc with a say in it has chosen a policy that
/// names it, in the smallest size that they name; actions of the package that no policy names are always in force.
/// </summary>
internal sealed class BlocGame
{
    /// <summary>The most combinations of policies that are solved.</summary>
    public const int MaxProfiles = 4096;

    // payoffs that differ by no more are equal: the solver's tolerance, in parts of a bloc's income
    private const double SamePayoff = 1e-9;
    private const double NoisePct = 1e-6;

    private readonly Scenario _scenario;
    private readonly PackageMenu _menu;
    private readonly Baseline _baseline;
    private readonly ImmutableArray<int[]> _members;
    private readonly int[] _others;
    private readonly ImmutableArray<double> _income;

    public BlocGame(Scenario scenario, PackageMenu menu, Baseline baseline, ImmutableArray<double> income)
    {
        (_scenario, _menu, _baseline, _income) = (scenario, menu, baseline, income);
        _members = [.. scenario.Blocs.Select(bloc => bloc.Members.Select(baseline.IndexOfEconomy).ToArray())];
        _others = [.. Enumerable.Range(0, baseline.Economies.Length).Except(_members.SelectMany(members => members))];
    }

    /// <summary>Combinations of policies.</summary>
    public double Profiles => _scenario.Blocs.Aggregate(1.0, (product, bloc) => product * bloc.Policies.Length);

    /// <summary>The game solved; null where a combination did not converge.</summary>
    public BlocGameResult? Solve(Func<IReadOnlyList<Coalition>, ImmutableArray<PackageOutcome>> solve)
    {
        var shape = new FiniteGame(
            [.. _scenario.Blocs.Select(bloc => bloc.Policies.Length)], new double[(int)Profiles * _members.Length]);
        Coalition[] packages = [.. Enumerable.Range(0, shape.Profiles).Select(profile => PackageOf(shape, profile))];
        var outcomes = solve(packages);
        if (outcomes.Any(outcome => outcome.Status != SolveStatus.Converged))
        {
            return null;
        }
        var payoffs = outcomes.SelectMany(outcome => _members.Select(members => Sum(outcome, members))).ToArray();
        var game = new FiniteGame(shape.Strategies, payoffs);
        var tolerance = SamePayoff * _members.Max(members => members.Sum(n => _income[n]));
        var pareto = CooperativeOutcomes.ParetoSet(game, tolerance).ToHashSet();
        var cooperative = CooperativeOutcomes.LargestTotal(game);
        var equilibria = Equilibria(game, tolerance, out var mixed);
        var alone = equilibria.OrderBy(each => each.Payoffs.Sum()).FirstOrDefault();
        var path = BestResponsePath.From(game, 0, tolerance: tolerance);
        return new BlocGameResult
        {
            Blocs = [.. _scenario.Blocs.Select(bloc => bloc.Name)],
            Profiles =
            [
                .. outcomes.Select((outcome, profile) =>
                    Profile(game, profile, packages[profile], outcome, tolerance, pareto.Contains(profile))),
            ],
            Mixtures = mixed is null ? [] :
            [
                .. mixed.Equilibria.Select(one => new BlocMixture(
                    one.First, one.Second, [one.FirstPayoff, one.SecondPayoff], one.IsPure, one.Regret)),
            ],
            IsDegenerate = mixed?.IsDegenerate ?? false,
            Regret = mixed?.Residual
                ?? PureEquilibria.Find(game, tolerance).Select(game.Regret).DefaultIfEmpty(0).Max(),
            Cooperative = cooperative,
            WithoutLosers = alone is null ? -1
                : CooperativeOutcomes.LargestTotalWithoutLosers(game, [.. alone.Payoffs], tolerance),
            Path = path.Profiles,
            PathCycle = path.CycleStart,
            Alone = alone?.Words ?? "",
            Dialogue = alone is null ? [] : Dialogue(outcomes, alone.Probabilities, cooperative),
        };
    }

    private Coalition PackageOf(FiniteGame game, int profile)
    {
        var package = Coalition.Empty;
        for (var action = 0; action < _menu.Actions.Length; action++)
        {
            var id = _menu.Actions[action].Id;
            if (!_scenario.Blocs.Any(bloc => bloc.Policies.Any(policy => policy.Actions.Any(each => each.Id == id))))
            {
                package = action < _menu.InPackage ? _menu.With(package, action, 1) : package;
                continue;
            }
            var size = 1.0;
            for (var bloc = 0; bloc < _scenario.Blocs.Length; bloc++)
            {
                if (HasSay(_scenario.Blocs[bloc], _menu.Actions[action]))
                {
                    var policy = _scenario.Blocs[bloc].Policies[game.StrategyOf(profile, bloc)];
                    size = Math.Min(size, policy.Actions.FirstOrDefault(each => each.Id == id).Size);
                }
            }
            package = _menu.With(package, action, size);
        }
        return package;
    }

    private static bool HasSay(Bloc bloc, ScenarioAction action) => action.By.IsEmpty
        ? bloc.Policies.Any(policy => policy.Actions.Any(each => each.Id == action.Id))
        : action.By.Intersect(bloc.Members).Any();

    private BlocProfile Profile(
        FiniteGame game, int profile, Coalition package, PackageOutcome outcome, double tolerance, bool isPareto)
    {
        var (top, bottom) = (-1, -1);
        foreach (var n in _others)
        {
            top = outcome.RealIncomePct[n] > NoisePct && (top < 0 || outcome.RealIncomePct[n] > outcome.RealIncomePct[top])
                ? n : top;
            bottom = outcome.RealIncomePct[n] < -NoisePct
                && (bottom < 0 || outcome.RealIncomePct[n] < outcome.RealIncomePct[bottom]) ? n : bottom;
        }
        return new BlocProfile
        {
            Policies = [.. _scenario.Blocs.Select((bloc, player) => bloc.Policies[game.StrategyOf(profile, player)].Name)],
            Actions = _menu.ActionsOf(package),
            PayoffMusd = [.. game.Payoffs(profile)],
            PayoffPct = [.. _members.Select((members, player) =>
                100 * game.Payoff(profile, player) / members.Sum(n => _income[n]))],
            IsBestResponse = [.. _members.Select((_, player) => game.Regret(profile, player) <= tolerance)],
            OthersMusd = Sum(outcome, _others),
            TopGainer = top < 0 ? "" : _baseline.Economies[top].Name,
            TopLoser = bottom < 0 ? "" : _baseline.Economies[bottom].Name,
            IsPareto = isPareto,
        };
    }

    private List<AloneOutcome> Equilibria(FiniteGame game, double tolerance, out MixedEquilibria? mixed)
    {
        mixed = MixedEquilibria.CanFind(game) ? MixedEquilibria.Find(game) : null;
        if (mixed is not null)
        {
            return [.. mixed.Equilibria.Select(one => new AloneOutcome(
                one.Probabilities(), [one.FirstPayoff, one.SecondPayoff], Words(one)))];
        }
        return
        [
            .. PureEquilibria.Find(game, tolerance).Select(profile =>
            {
                var certain = new double[game.Profiles];
                certain[profile] = 1;
                return new AloneOutcome(certain, game.Payoffs(profile).ToArray(), Words(game, profile));
            }),
        ];
    }

    private string Words(FiniteGame game, int profile) => string.Join(" / ",
        _scenario.Blocs.Select((bloc, player) => bloc.Policies[game.StrategyOf(profile, player)].Name));

    private string Words(MixedEquilibrium one) => $"{Words(0, one.First)} / {Words(1, one.Second)}";

    private string Words(int bloc, ImmutableArray<double> mixture) => string.Join(" or ", mixture
        .Select((probability, policy) => (probability, _scenario.Blocs[bloc].Policies[policy].Name))
        .Where(each => each.probability > 0)
        .Select(each => each.probability > 1 - 1e-9 ? each.Name
            : FormattableString.Invariant($"{each.Name} ({100 * each.probability:0.#}%)")));

    private ImmutableArray<DialogueRow> Dialogue(
        ImmutableArray<PackageOutcome> outcomes, double[] probability, int cooperative)
    {
        var rows = ImmutableArray.CreateBuilder<DialogueRow>();
        for (var bloc = 0; bloc < _members.Length; bloc++)
        {
            rows.Add(Row(_scenario.Blocs[bloc].Name, "bloc", _members[bloc]));
        }
        rows.Add(Row("Others together", "others", _others));
        rows.AddRange(_others.Select(n => Row(_baseline.Economies[n].Name, "other", [n]))
            .OrderBy(row => row.ValuePct).ThenBy(row => row.Party, StringComparer.Ordinal));
        return rows.ToImmutable();

        DialogueRow Row(string party, string role, int[] economies)
        {
            var values = new Matrix<double>(outcomes.Length, 1, [.. outcomes.Select(outcome => Sum(outcome, economies))]);
            var worth = CooperativeOutcomes.ValueOfDialogue(values, probability, cooperative)[0];
            var together = values[cooperative, 0];
            return new DialogueRow(party, role, together - worth, together, economies.Sum(n => _income[n]));
        }
    }

    private static double Sum(PackageOutcome outcome, int[] economies) =>
        FixedOrder.Sum(economies.Select(n => outcome.RealIncomeMusd[n]).ToArray());

    private sealed record AloneOutcome(double[] Probabilities, double[] Payoffs, string Words);
}
