using Caravan.Data;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Compiling;

/// <summary>
/// New deficits D' from all actions with the lever <c>deficit</c>. Economies that no action names take the opposite of
/// the sum of changes in proportion to their GDP, so that the world still sums to zero.
/// </summary>
internal sealed class DeficitShock(Baseline baseline, IssueList issues)
{
    private readonly CellNumbers _cells = new(baseline.Economies.Length);
    private Claims? _claims;
    private double[] _factor = [];
    private bool[] _named = [];
    private ScenarioAction? _last;

    public void Add(ScenarioAction action)
    {
        var count = baseline.Economies.Length;
        if (_claims is null)
        {
            _claims = new Claims(_cells, "deficit", n => baseline.Economies[n].Code, issues);
            _factor = new double[count];
            _factor.AsSpan().Fill(1);
            _named = new bool[count];
        }
        _last = action;
        var (to, change) = (action.Size("to"), action.Size("change"));
        _claims.Begin(action);
        ActionCells.VisitEconomies(action, baseline, (n, value) =>
        {
            _named[n] = true;
            if (change is not null)
            {
                _claims.Change(n);
                _factor[n] *= 1 + change.Value;
            }
            else
            {
                _claims.Set(n, to ?? value);
            }
        });
    }

    /// <summary>D' [economy], million dollars; null where no action touches deficits.</summary>
    public double[]? ToDeficits()
    {
        if (_claims is null)
        {
            return null;
        }
        _claims.Report();
        var deficits = baseline.Deficit.ToArray();
        var (sumOfChanges, gdpOfOthers) = (0.0, 0.0);
        for (var n = 0; n < deficits.Length; n++)
        {
            if (_named[n])
            {
                var old = deficits[n];
                deficits[n] = _claims.ValueOf(_cells.Find(n)) is { } share ? share * baseline.Gdp[n] : old * _factor[n];
                sumOfChanges += deficits[n] - old;
            }
            else
            {
                gdpOfOthers += baseline.Gdp[n];
            }
        }
        if (gdpOfOthers <= 0 && Math.Abs(sumOfChanges) > 1e-9 * baseline.Gdp.Sum())
        {
            issues.Add(_last!.File, _last.Line, "deficits of all economies are set, and their changes sum to "
                + FormattableString.Invariant($"{sumOfChanges:0} million dollars instead of zero"),
                "leave out at least one economy, which takes the difference");
            return null;
        }
        for (var n = 0; n < deficits.Length; n++)
        {
            if (!_named[n])
            {
                deficits[n] -= sumOfChanges * baseline.Gdp[n] / gdpOfOthers;
            }
        }
        return deficits;
    }
}
