using Caravan.Data;
using Caravan.Numerics;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Compiling;

/// <summary>New tariffs tau' from all actions with the lever <c>tariff</c>.</summary>
internal sealed class TariffShock
{
    private readonly Baseline _baseline;
    private readonly CellNumbers _cells;
    private readonly Claims _claims;
    private readonly List<(double Factor, double Points)> _changes = [(1, 0)];  // by number of cell

    public TariffShock(Baseline baseline, IssueList issues)
    {
        (_baseline, _cells) = (baseline, new CellNumbers(baseline.TariffRate.Values.Length));
        _claims = new Claims(_cells, "tariff", cell => ActionCells.Name(cell, baseline), issues);
    }

    public void Add(ScenarioAction action)
    {
        _claims.Begin(action);
        var (change, points) = (action.Size("change"), action.Size("points"));
        if (change is null && points is null)
        {
            var to = action.Size("to");
            ActionCells.Visit(action, _baseline, (cell, value) => Grow(_claims.Set(cell, to ?? value)));
            return;
        }
        ActionCells.Visit(action, _baseline, (cell, _) =>
        {
            var number = Grow(_claims.Change(cell));
            var (factor, sum) = _changes[number];
            _changes[number] = (factor * (1 + (change ?? 0)), sum + (points ?? 0));
        });
    }

    /// <summary>tau' of the cells touched [sector, origin, destination], or null where no action touches tariffs.</summary>
    public CellValues? ToTariffs()
    {
        _claims.Report();
        return _cells.Count == 0 ? null : _cells.ToValues(_baseline.Sectors.Length, (number, cell) =>
            _claims.ValueOf(number)
            ?? Math.Max(0, _baseline.TariffRate.Values[cell] * _changes[number].Factor + _changes[number].Points));
    }

    private int Grow(int number)
    {
        if (number == _changes.Count)
        {
            _changes.Add((1, 0));
        }
        return number;
    }
}
