using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Data;
using Caravan.Scenarios.Compiling;
using Caravan.Scenarios.Parsing;
using Caravan.Trade;

namespace Caravan.Scenarios.Results;

/// <summary>
/// Splits a package's effect up by action: solves packages made of some of its actions. Each differs from the one before
/// by one action where every combination is solved (a Gray code), and starts from its solution.
/// </summary>
internal sealed class Decomposer
{
    private readonly Scenario _scenario;
    private readonly TradeModel _model;
    private readonly RunOptions _options;
    private readonly CancellationToken _cancellation;

    // Actions on the network stand last, so that a Gray code changes them least often: each change is a new network.
    private readonly ImmutableArray<ScenarioAction> _players;
    private readonly TradeCostChange?[] _icebergs;
    private readonly Dictionary<Coalition, double[]> _worth = [];
    private (Coalition Actions, TradeCostChange? Cost) _network;
    private TradeOutcome? _last;

    public Decomposer(Scenario scenario, TradeModel model, RunOptions options, CancellationToken cancellation)
    {
        (_scenario, _model, _options, _cancellation) = (scenario, model, options, cancellation);
        _players = [.. scenario.Actions.OrderBy(action => action.UsesNetwork)];
        _icebergs = [.. _players.Select(action => ShockCompiler.IcebergOf(action, model.Baseline))];
    }

    /// <summary>The rows; none unless every solve converged.</summary>
    public Decomposition Run()
    {
        var count = _players.Length;
        var withShapley = count <= Decomposition.MaxShapleyActions;
        var packages = withShapley ? EveryPackage(count) : SomePackages(count);
        foreach (var (package, done) in packages.Select((package, at) => (package, at + 1)))
        {
            var outcome = Solve(package);
            if (outcome.Status != SolveStatus.Converged)
            {
                return new Decomposition { Status = outcome.Status, Solves = done, Rows = [] };
            }
            _worth[package] = [.. outcome.Measures.RealIncomeHat.Select(ResultBuilder.HatPct)];
            _last = outcome;
            _options.Progress?.Report(new RunProgress(done, packages.Count));
        }
        return new Decomposition
        {
            Status = SolveStatus.Converged,
            Solves = packages.Count,
            Rows = [.. Enumerable.Range(0, _model.Baseline.Economies.Length).SelectMany(n => Rows(n, withShapley))],
        };
    }

    private static List<Coalition> EveryPackage(int count) =>
        [.. Enumerable.Range(0, 1 << count).Select(step => new Coalition((ulong)(step ^ step >> 1)))];

    private static List<Coalition> SomePackages(int count)
    {
        var (all, players) = (Grand(count), Enumerable.Range(0, count).ToList());
        return [Coalition.Empty, .. players.Select(Coalition.Of), all, .. players.Select(all.Without)];
    }

    // more actions than a coalition can hold are refused where the option is read
    private static Coalition Grand(int count) => Coalition.Grand(count);

    private TradeOutcome Solve(Coalition package)
    {
        _cancellation.ThrowIfCancellationRequested();
        var issues = new IssueList();
        var inside = _scenario with { Actions = [.. _players.Where((_, player) => package.Contains(player))] };
        var direct = inside with { Actions = [.. inside.Actions.Where(action => !ShockCompiler.IsIceberg(action))] };
        var shock = ShockCompiler.Compile(direct, _model.Baseline, issues);
        issues.ThrowIfAny();
        var cost = NetworkCost(inside, package);
        for (var player = 0; player < _players.Length; player++)
        {
            cost = package.Contains(player) ? TransportShock.Multiply(cost, _icebergs[player]) : cost;
        }
        return _model.Solve(shock with { TradeCost = cost }, _options.Solve, _last, _cancellation);
    }

    private TradeCostChange? NetworkCost(Scenario inside, Coalition package)
    {
        var actions = Coalition.Empty;
        for (var player = 0; player < _players.Length; player++)
        {
            actions = package.Contains(player) && _players[player].UsesNetwork ? actions.With(player) : actions;
        }
        if (_network.Actions != actions)
        {
            var transport = _options.Transport ?? TransportModel.Shipped;
            var edits = NetworkCompiler.Compile(inside, _model.Baseline, transport);
            _network = (actions, edits is null ? null
                : TransportShock.Of(edits, transport, _model.Baseline, _options.Solve.Threads, _cancellation).Cost);
        }
        return _network.Cost;
    }

    private IEnumerable<DecompositionRow> Rows(int economy, bool withShapley)
    {
        var all = Grand(_players.Length);
        var shares = withShapley ? Shapley.Values(_players.Length, package => _worth[package][economy]) : null;
        foreach (var action in _scenario.Actions)
        {
            var player = _players.IndexOf(action);
            var about = _model.Baseline.Economies[economy];
            yield return new DecompositionRow(about.Code, about.Name, _scenario.Members.Contains(about.Code),
                _last!.Measures.IncomeBase[economy], action.Id, action.Title,
                _worth[Coalition.Of(player)][economy] - _worth[Coalition.Empty][economy],
                _worth[all][economy] - _worth[all.Without(player)][economy], shares?[player]);
        }
    }
}
