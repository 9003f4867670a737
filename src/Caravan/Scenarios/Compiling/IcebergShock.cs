using Caravan.Data;
using Caravan.Numerics;

namespace Caravan.Scenarios.Compiling;

/// <summary>Change d^ of iceberg costs from all levers of trade cost; factors on one cell multiply.</summary>
internal sealed class IcebergShock(Baseline baseline)
{
    private readonly CellNumbers _cells = new(baseline.Trade.Values.Length);
    private readonly List<double> _hats = [1];  // by number of cell

    public void Add(ScenarioAction action)
    {
        var everywhere = action.Cells.IsEmpty ? Factor(action, double.NaN) : 1;
        ActionCells.Visit(action, baseline, (cell, value) =>
        {
            var number = _cells.Touch(cell);
            var factor = double.IsNaN(value) ? everywhere : Factor(action, value);
            if (number == _hats.Count)
            {
                _hats.Add(factor);
            }
            else
            {
                _hats[number] *= factor;
            }
        });
    }

    /// <summary>d^ of the cells touched [sector, origin, destination], or null where no action touches any.</summary>
    public CellValues? ToHats() =>
        _cells.Count == 0 ? null : _cells.ToValues(baseline.Sectors.Length, (number, _) => _hats[number]);

    // Each formula stands in the table of levers in the same words.
    private static double Factor(ScenarioAction action, double cell)
    {
        switch (action.Lever.Name)
        {
            case "ntb":
                var ave = Required(action, "base");
                var aveNew = action.Size("to") is { } to ? to
                    : action.Size("change") is { } relative ? ave * (1 + relative)
                    : action.Size("points") is { } points ? Math.Max(0, ave + points)
                    : cell;
                return (1 + aveNew) / (1 + ave);
            case "standards":
                var rules = Required(action, "base");
                return (1 + rules * (1 + (action.Size("change") ?? cell))) / (1 + rules);
            case "transport-cost":
                var (freight, dayValue) = (Required(action, "freight_share"), Required(action, "day_value"));
                var days = Required(action, "base_days");
                var (dearer, longer) = (action.Size("change") ?? 0, action.Size("days") ?? 0);
                return (1 + freight * (1 + dearer) + dayValue * (days + longer)) / (1 + freight + dayValue * days);
            case "digital-trade":
                var abroad = Required(action, "base");
                var fall = Required(action, "extent") * (action.Size("change") ?? cell);
                return (1 + abroad * (1 + fall)) / (1 + abroad);
            case "settlement":
                var payment = Required(action, "payment_cost");
                var saved = (action.Size("share") ?? cell) * Required(action, "saving");
                return (1 + payment * (1 - saved)) / (1 + payment);
            default:
                throw new InvalidOperationException($"lever {action.Lever.Name} has no formula");
        }
    }

    private static double Required(ScenarioAction action, string field) =>
        action.Size(field) ?? throw new InvalidOperationException($"{action.Id} has no {field}");
}
