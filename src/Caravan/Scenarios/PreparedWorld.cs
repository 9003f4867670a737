using System.Collections.Concurrent;
using Caravan.Data;
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
    // trade costs and the weights of trade that follow from them: some 20 MB each for the world that ships
    private const int RememberedJourneys = 6;

    // who drags a lever of the network passes most places once: only what is asked for again is remembered
    private const int RememberedQuestions = 64;

    private readonly ConcurrentDictionary<(ModelVariant, Closure, string), Lazy<TradeModel>> _models = new();
    private readonly Lazy<double[]> _estimatedTradePct;
    private readonly RecentlyUsed<string, Travelled> _journeys = new(RememberedJourneys);
    private readonly RecentlyUsed<string, string> _asked = new(RememberedQuestions);

    /// <summary>Prepares nothing yet; each thing is prepared when it is first needed.</summary>
    /// <param name="baseline">The world before.</param>
    public PreparedWorld(Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        Baseline = baseline;
        _estimatedTradePct = new(() => EstimatedTrade.SharePct(baseline));
    }

    /// <summary>The world before.</summary>
    public Baseline Baseline { get; }

    /// <summary>The model of a variant, a closure and a set of elasticities by name.</summary>
    public TradeModel Model(ModelVariant variant, Closure closure, string elasticities) =>
        _models.GetOrAdd((variant, closure, elasticities), _ => new Lazy<TradeModel>(() =>
            new TradeModel(Baseline, variant, closure, Baseline.FindElasticities(elasticities)))).Value;

    /// <summary>Share of trade in estimated cells [economy], the world's last; per cent.</summary>
    internal double[] EstimatedTradePct => _estimatedTradePct.Value;

    /// <summary>What a scenario does to journeys: remembered, or computed.</summary>
    internal (TradeCostChange? Cost, TransportResult? Rows) Journeys(
        Scenario scenario, Func<(TradeCostChange? Cost, TransportResult Rows)> compute)
    {
        // journeys depend on the actions on the network; their rows also on who is a member
        var key = KeyOf(scenario, scenario.Actions.Where(action => action.UsesNetwork));
        if (_journeys.Find(key) is not { } known)
        {
            var (cost, rows) = compute();
            known = new Travelled(cost, rows);
            if (_asked.Find(key) is not null)
            {
                _journeys.Remember(key, known);
            }
            _asked.Remember(key, key);
        }
        return (known.Cost, known.Rows);
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
