using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Data;
using Caravan.Scenarios.Parsing;
using Caravan.Trade;

namespace Caravan.Scenarios.Compiling;

/// <summary>
/// The worlds of a scenario with any of its actions in force. What an action does to trade costs by itself is listed
/// once as the few cells it touches; journeys are searched once for each set of actions on the network.
/// </summary>
internal sealed class PackageWorlds
{
    private readonly Scenario _scenario;
    private readonly TradeModel _model;
    private readonly TransportModel? _transport;
    private readonly CellFactors?[] _factors;
    private readonly Coalition _network;
    private readonly Coalition _direct;

    public PackageWorlds(Scenario scenario, TradeModel model, TransportModel? transport)
    {
        (_scenario, _model, _transport) = (scenario, model, transport);
        _network = Where(action => action.UsesNetwork);
        _factors = [.. Enumerable.Range(0, scenario.Actions.Length).Select(FactorsOf)];
        DropOverlaps();
        _direct = Where(action => !action.UsesNetwork && _factors[scenario.Actions.IndexOf(action)] is null);
    }

    private Baseline Baseline => _model.Baseline;

    /// <summary>Those of a set that change the network.</summary>
    public Coalition OnNetwork(Coalition set) => new(set.Members & _network.Members);

    /// <summary>Those of a set that are neither on the network nor factors on trade costs.</summary>
    public Coalition Direct(Coalition set) => new(set.Members & _direct.Members);

    /// <summary>Worlds of sets that have these actions on the network; for one thread.</summary>
    public Block ForBlock(Coalition onNetwork, int threads, CancellationToken cancellation)
    {
        var inside = Inside(onNetwork);
        var transport = _transport ?? (onNetwork.Count > 0 ? TransportModel.Shipped : null);
        var edits = NetworkCompiler.Compile(inside, Baseline, transport);
        return new Block(this, edits is null ? null
            : TransportShock.Of(edits, transport!, Baseline, threads, cancellation).Cost);
    }

    // null for what is no factor; what it finds wrong was said when the scenario was resolved
    private CellFactors? FactorsOf(int action)
    {
        if (_network.Contains(action))
        {
            return null;
        }
        var shock = ShockCompiler.Compile(Inside(Coalition.Of(action)), Baseline, new IssueList());
        return _model.FactorsOf(shock).SingleOrDefault();
    }

    // what two actions do to one tariff is not the product of what each does: such actions are compiled together
    private void DropOverlaps()
    {
        var tariffs = Enumerable.Range(0, _factors.Length).Where(action => _factors[action] is { IsTariff: true }).ToList();
        var (taken, layer) = (new bool[Baseline.Trade.Values.Length], Baseline.Trade.Rows * Baseline.Trade.Columns);
        var free = tariffs.Aggregate(true, (free, action) => _factors[action]!.Claim(taken, layer) && free);
        foreach (var action in tariffs.Where(_ => !free))
        {
            _factors[action] = null;
        }
    }

    private Scenario Inside(Coalition set) =>
        _scenario with { Actions = [.. _scenario.Actions.Where((_, action) => set.Contains(action))] };

    private Coalition Where(Func<ScenarioAction, bool> belongs)
    {
        var set = Coalition.Empty;
        for (var action = 0; action < _scenario.Actions.Length; action++)
        {
            set = belongs(_scenario.Actions[action]) ? set.With(action) : set;
        }
        return set;
    }

    private TradeShock DirectShock(Coalition direct)
    {
        var issues = new IssueList();
        var shock = ShockCompiler.Compile(Inside(direct), Baseline, issues);
        issues.ThrowIfAny();
        return shock;
    }

    /// <summary>Worlds that share the journeys between economies; each is good until the next is asked for.</summary>
    internal sealed class Block(PackageWorlds worlds, TradeCostChange? network)
    {
        private readonly WorldLayers _layers = new(worlds.Baseline.Sectors.Length, worlds.Baseline.Economies.Length);
        private (Coalition Actions, World World)? _direct;

        /// <summary>The world of a set, with G [economy] to pay; null for nothing.</summary>
        public World Of(Coalition set, double[]? infrastructureCost)
        {
            var direct = worlds.Direct(set);
            if (_direct is not { } known || known.Actions != direct)
            {
                _direct = known = (direct, worlds._model.WorldOf(worlds.DirectShock(direct) with { TradeCost = network }));
            }
            var further = set.Players.Select(action => worlds._factors[action]).OfType<CellFactors>().ToImmutableArray();
            return further.IsEmpty && infrastructureCost is null ? known.World
                : known.World.With(further, infrastructureCost, _layers);
        }
    }
}
