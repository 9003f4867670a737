using System.Buffers;
using Caravan.Data;
using Caravan.Numerics;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Compiling;

/// <summary>New tariffs tau' from all actions with the lever <c>tariff</c>.</summary>
internal sealed class TariffShock(Baseline baseline, IssueList issues)
{
    private Claims? _claims;
    private double[] _factor = [];
    private double[] _points = [];

    public void Add(ScenarioAction action)
    {
        var cells = baseline.TariffRate.Values.Length;
        _claims ??= new Claims(cells, "tariff", cell => ActionCells.Name(cell, baseline), issues);
        var (change, points) = (action.Size("change"), action.Size("points"));
        if (change is null && points is null)
        {
            var to = action.Size("to");
            _claims.Begin(action, sets: true);
            ActionCells.Visit(action, baseline, (cell, value) => _claims.Set(cell, to ?? value));
            return;
        }
        if (_factor.Length == 0)
        {
            // a world has some 700,000 cells: memory that was used before need not be mapped anew
            (_factor, _points) = (ArrayPool<double>.Shared.Rent(cells), ArrayPool<double>.Shared.Rent(cells));
            _factor.AsSpan(0, cells).Fill(1);
            _points.AsSpan(0, cells).Clear();
        }
        _claims.Begin(action, sets: false);
        ActionCells.Visit(action, baseline, (cell, _) =>
        {
            _claims.Change(cell);
            _factor[cell] *= 1 + (change ?? 0);
            _points[cell] += points ?? 0;
        });
    }

    /// <summary>tau' [sector, origin, destination], or null where no action touches tariffs.</summary>
    public Cube<double>? ToTariffRates()
    {
        if (_claims is null)
        {
            return null;
        }
        _claims.Report();
        var rates = baseline.TariffRate.ToArray();
        for (var cell = 0; cell < rates.Length && _factor.Length > 0; cell++)
        {
            if (_factor[cell] != 1 || _points[cell] != 0)
            {
                rates[cell] = Math.Max(0, rates[cell] * _factor[cell] + _points[cell]);
            }
        }
        for (var cell = 0; cell < rates.Length && _claims.HasValues; cell++)
        {
            rates[cell] = _claims.ValueOf(cell) ?? rates[cell];
        }
        Release(ref _factor);
        Release(ref _points);
        var (sectors, count) = (baseline.Sectors.Length, baseline.Economies.Length);
        return new Cube<double>(sectors, count, count, rates);
    }

    private static void Release(ref double[] cells)
    {
        if (cells.Length > 0)
        {
            ArrayPool<double>.Shared.Return(cells);
            cells = [];
        }
    }
}
