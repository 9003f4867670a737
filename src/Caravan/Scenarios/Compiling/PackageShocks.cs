using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Data;
using Caravan.Numerics;
using Caravan.Scenarios.Parsing;
using Caravan.Trade;

namespace Caravan.Scenarios.Compiling;

/// <summary>
/// The shocks of a scenario with any of its actions in force. What an action does to trade costs by itself is listed
/// once as the few cells it touches; journeys are searched once for each set of actions on the network.
/// </summary>
internal sealed class PackageShocks
{
    private readonly Scenario _scenario;
    private readonly Baseline _baseline;
    private readonly TransportModel? _transport;
    private readonly (int[] Cells, double[] Factors)?[] _icebergs;
    private readonly Coalition _network;
    private readonly Coalition _direct;

    public PackageShocks(Scenario scenario, Baseline baseline, TransportModel? transport)
    {
        (_scenario, _baseline, _transport) = (scenario, baseline, transport);
        _icebergs = [.. scenario.Actions.Select(action => Sparse(ShockCompiler.IcebergOf(action, baseline)))];
        _network = Where(action => action.UsesNetwork);
        _direct = Where(action => !action.UsesNetwork && !ShockCompiler.IsIceberg(action));
    }

    /// <summary>Those of a set that change the network.</summary>
    public Coalition OnNetwork(Coalition set) => new(set.Members & _network.Members);

    /// <summary>Those of a set that are neither on the network nor factors on trade costs.</summary>
    public Coalition Direct(Coalition set) => new(set.Members & _direct.Members);

    /// <summary>Shocks of sets that have these actions on the network; for one thread.</summary>
    public Block ForBlock(Coalition onNetwork, int threads, CancellationToken cancellation)
    {
        var inside = Inside(onNetwork);
        var transport = _transport ?? (onNetwork.Count > 0 ? TransportModel.Shipped : null);
        var edits = NetworkCompiler.Compile(inside, _baseline, transport);
        return new Block(this, edits is null ? null
            : TransportShock.Of(edits, transport!, _baseline, threads, cancellation).Cost);
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

    private static (int[] Cells, double[] Factors)? Sparse(TradeCostChange? change)
    {
        if (change is null)
        {
            return null;
        }
        var hats = change.IcebergHat.ToArray();
        int[] cells = [.. Enumerable.Range(0, hats.Length).Where(cell => hats[cell] != 1)];
        return (cells, [.. cells.Select(cell => hats[cell])]);
    }

    /// <summary>Shocks that share the journeys between economies; a shock is good until the next is asked for.</summary>
    internal sealed class Block(PackageShocks shocks, TradeCostChange? network)
    {
        private double[]? _cost;
        private (Coalition Actions, TradeShock Shock)? _direct;

        public TradeShock Of(Coalition set)
        {
            var direct = shocks.Direct(set);
            if (_direct is not { } known || known.Actions != direct)
            {
                var issues = new IssueList();
                _direct = known = (direct, ShockCompiler.Compile(shocks.Inside(direct), shocks._baseline, issues));
                issues.ThrowIfAny();
            }
            return known.Shock with { TradeCost = CostOf(set) };
        }

        private TradeCostChange? CostOf(Coalition set)
        {
            var own = set.Players.Select(action => shocks._icebergs[action]).OfType<(int[] Cells, double[] Factors)>()
                .ToImmutableArray();
            if (own.IsEmpty)
            {
                return network;
            }
            var shape = shocks._baseline.Trade;
            _cost ??= new double[shape.Values.Length];
            if (network is null)
            {
                _cost.AsSpan().Fill(1);
            }
            else
            {
                network.IcebergHat.Values.CopyTo(_cost);
            }
            foreach (var (cells, factors) in own)
            {
                for (var at = 0; at < cells.Length; at++)
                {
                    _cost[cells[at]] *= factors[at];
                }
            }
            return new TradeCostChange(new Cube<double>(shape.Layers, shape.Rows, shape.Columns, _cost));
        }
    }
}
