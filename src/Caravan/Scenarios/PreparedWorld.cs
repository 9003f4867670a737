using System.Collections.Concurrent;
using Caravan.Data;
using Caravan.Scenarios.Compiling;
using Caravan.Scenarios.Results;
using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>
/// What runs on one baseline have in common: a model each variant, closure and set of elasticities, prepared once, and
/// what the last changes of the network do to journeys. Results are the same bits with and without it. May be used from
/// several threads.
/// </summary>
public sealed class PreparedWorld
{
    // a table of trade costs has eight bytes a cell: some 8 MB each for the world that ships
    private const int RememberedJourneys = 12;

    // who drags a tariff leaves other trade costs as they are
    private const int RememberedCosts = 6;

    private readonly ConcurrentDictionary<(ModelVariant, Closure, string), Lazy<TradeModel>> _models = new();
    private readonly ConcurrentDictionary<TradeModel, TradeBefore> _before = new();
    private readonly RecentlyUsed<string, Travelled> _journeys = new(RememberedJourneys);
    private readonly RecentlyUsed<string, TradeCostChange> _icebergs = new(RememberedCosts);
    private readonly RecentlyUsed<(TradeCostChange, TradeCostChange), TradeCostChange> _products = new(RememberedCosts);

    /// <summary>Prepares nothing yet; each thing is prepared when it is first needed.</summary>
    /// <param name="baseline">The world before.</param>
    public PreparedWorld(Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        Baseline = baseline;
    }

    /// <summary>The world before.</summary>
    public Baseline Baseline { get; }

    /// <summary>The model of a variant, a closure and a set of elasticities by name.</summary>
    public TradeModel Model(ModelVariant variant, Closure closure, string elasticities) =>
        _models.GetOrAdd((variant, closure, elasticities), _ => new Lazy<TradeModel>(() =>
            new TradeModel(Baseline, variant, closure, Baseline.FindElasticities(elasticities)))).Value;

    /// <summary>What rows tell of a model's world before: remembered, or computed.</summary>
    internal TradeBefore Before(TradeModel model, Func<TradeBefore> compute) => _before.GetOrAdd(model, _ => compute());

    /// <summary>What a scenario does to journeys: remembered, or computed.</summary>
    internal (TradeCostChange? Cost, TransportResult? Rows) Journeys(
        Scenario scenario, Func<(TradeCostChange? Cost, TransportResult Rows)> compute)
    {
        // journeys depend on the actions on the network; their rows also on who is a member
        var key = KeyOf(scenario, scenario.Actions.Where(action => action.UsesNetwork));
        if (_journeys.Find(key) is not { } known)
        {
            var (cost, rows) = compute();
            _journeys.Remember(key, known = new Travelled(cost, rows));
        }
        return (known.Cost, known.Rows);
    }

    /// <summary>What actions that are factors on trade costs do to them: remembered, or computed.</summary>
    internal TradeCostChange? Icebergs(
        Scenario scenario, IEnumerable<ScenarioAction> actions, Func<TradeCostChange?> compute)
    {
        var key = KeyOf(scenario, actions);
        if (_icebergs.Find(key) is { } known)
        {
            return known;
        }
        if (compute() is { } computed)
        {
            _icebergs.Remember(key, computed);
            return computed;
        }
        return null;
    }

    /// <summary>The product of two changes, either of which may be nothing: remembered, or computed.</summary>
    internal TradeCostChange? Product(TradeCostChange? one, TradeCostChange? other)
    {
        if (one is null || other is null)
        {
            return one ?? other;
        }
        if (_products.Find((one, other)) is not { } known)
        {
            _products.Remember((one, other), known = TransportShock.Multiply(one, other)!);
        }
        return known;
    }

    // two scenarios with the same key do the same with these actions
    private static string KeyOf(Scenario scenario, IEnumerable<ScenarioAction> actions) => (scenario with
    {
        Name = "",
        Summary = "",
        Sources = [],
        Sets = [],
        Actions = [.. actions],
        NotExpressed = [],
        Options = new ScenarioOptions { Elasticities = "" },
    }).ToYaml();

    private sealed record Travelled(TradeCostChange? Cost, TransportResult Rows);
}
