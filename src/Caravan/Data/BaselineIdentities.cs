using System.Collections.Immutable;
using System.Globalization;

namespace Caravan.Data;

/// <summary>The adding-up identities of section 1 of the model, measured on a baseline.</summary>
internal static class BaselineIdentities
{
    /// <summary>
    /// The largest violation of each identity. Share sums and world deficits beyond tolerance are errors; the others
    /// are warnings, because the world before a shock can be solved from data that are no equilibrium.
    /// </summary>
    public static ImmutableArray<IdentityFigure> Measure(
        Baseline baseline, CellNames names, FindingList errors, FindingList warnings)
    {
        var accounts = new BaselineAccounts(baseline);
        return
        [
            CostShares(baseline, names).Report(errors, ""),
            FinalShares(baseline, names).Report(errors, ""),
            WorldDeficit(baseline).Report(errors, ""),
            ValueAdded(baseline, accounts, names).Report(warnings, "not an equilibrium: "),
            TradeBalance(baseline, accounts, names).Report(warnings, "not an equilibrium: "),
            Spending(baseline, accounts, names).Report(warnings, "not an equilibrium: "),
        ];
    }

    private static Violations CostShares(Baseline baseline, CellNames names)
    {
        var found = new Violations("cost shares sum to one", "gamma_n^j + sum_k gamma_n^{k,j} = 1",
            BaselineTable.Production, names);
        for (var cell = 0; cell < baseline.ValueAddedShare.Values.Length; cell++)
        {
            var (n, j) = (cell / baseline.Sectors.Length, cell % baseline.Sectors.Length);
            var sum = baseline.ValueAddedShare[n, j];
            for (var k = 0; k < baseline.Sectors.Length; k++)
            {
                sum += baseline.InputShare[n, k, j];
            }
            found.Add(cell, "value added and input shares", sum, 1, 1);
        }
        return found;
    }

    private static Violations FinalShares(Baseline baseline, CellNames names)
    {
        var found = new Violations("final shares sum to one", "sum_j alpha_n^j = 1", BaselineTable.Production, names,
            wholeEconomy: true);
        for (var n = 0; n < baseline.Economies.Length; n++)
        {
            var sum = 0.0;
            foreach (var share in baseline.FinalShare.Row(n))
            {
                sum += share;
            }
            found.Add(n * baseline.Sectors.Length, "final shares", sum, 1, 1);
        }
        return found;
    }

    private static Violations WorldDeficit(Baseline baseline)
    {
        var found = new Violations("deficits sum to zero", "sum_n D_n = 0", BaselineTable.Macro, null);
        found.Add(0, "deficits of all economies", baseline.Deficit.Sum(), 0, baseline.ValueAdded.Sum());
        return found;
    }

    private static Violations ValueAdded(Baseline baseline, BaselineAccounts accounts, CellNames names)
    {
        var found = new Violations("value added is its share of output", "w_n L_n = sum_j gamma_n^j Y_n^j",
            BaselineTable.Macro, names);
        for (var n = 0; n < baseline.Economies.Length; n++)
        {
            var sum = 0.0;
            for (var j = 0; j < baseline.Sectors.Length; j++)
            {
                sum += baseline.ValueAddedShare[n, j] * accounts.Output[n, j];
            }
            found.Add(n, "value added", baseline.ValueAdded[n], sum, Math.Max(baseline.ValueAdded[n], sum));
        }
        return found;
    }

    private static Violations TradeBalance(Baseline baseline, BaselineAccounts accounts, CellNames names)
    {
        var found = new Violations("deficit is imports less exports", "D_n = M_n - E_n, relative to value added",
            BaselineTable.Macro, names);
        for (var n = 0; n < baseline.Economies.Length; n++)
        {
            found.Add(n, "the deficit", baseline.Deficit[n], accounts.Imports[n] - accounts.Exports[n],
                Math.Max(baseline.ValueAdded[n], accounts.Imports[n]));
        }
        return found;
    }

    private static Violations Spending(Baseline baseline, BaselineAccounts accounts, CellNames names)
    {
        var found = new Violations("spending is final and input demand",
            "X_n^j = alpha_n^j I_n + sum_k gamma_n^{j,k} Y_n^k", BaselineTable.Production, names);
        for (var cell = 0; cell < baseline.FinalShare.Values.Length; cell++)
        {
            var (n, j) = (cell / baseline.Sectors.Length, cell % baseline.Sectors.Length);
            var demand = baseline.FinalShare[n, j] * accounts.Income[n];
            for (var k = 0; k < baseline.Sectors.Length; k++)
            {
                demand += baseline.InputShare[n, j, k] * accounts.Output[n, k];
            }
            found.Add(cell, "spending", accounts.Spending[n, j], demand, Math.Max(accounts.Spending[n, j], demand));
        }
        return found;
    }

    /// <summary>Keeps the first cell beyond tolerance and the largest violation of one identity.</summary>
    private sealed class Violations(
        string name, string equation, BaselineTable table, CellNames? names, bool wholeEconomy = false)
    {
        private string _problem = "";
        private int _first = -1;
        private int _count;
        private int _worst;
        private double _largest;

        public void Add(int cell, string what, double found, double expected, double scale)
        {
            var size = scale > 0 ? Math.Abs(found - expected) / scale : Math.Abs(found - expected);
            if (size > _largest)
            {
                (_largest, _worst) = (size, cell);
            }
            if (size > BaselineCheck.Tolerance && _count++ == 0)
            {
                _first = cell;
                _problem = string.Create(CultureInfo.InvariantCulture,
                    $"{what}{Of(cell)}: found {found:G9}, expected {expected:G9}");
            }
        }

        public IdentityFigure Report(FindingList findings, string prefix)
        {
            if (_count > 0)
            {
                var problem = string.Create(CultureInfo.InvariantCulture,
                    $"{prefix}{_problem}; the largest relative violation is {_largest:0.#e+0}{Of(_worst)}");
                findings.Add(table, _first, problem, "", _count);
            }
            return new IdentityFigure(name, equation, _largest, _largest > 0 ? Of(_worst).Replace(" of ", "") : "");
        }

        private string Of(int cell) => names is null ? ""
            : wholeEconomy ? $" of {names.Economy(cell / names.Sectors)}" : $" of {names.Describe(table, cell)}";
    }
}
