using Caravan.Numerics;

namespace Caravan.Data.Loading;

/// <summary>The rows of KITE's tables, cells in the order of <see cref="KiteTables"/>.</summary>
internal sealed class KiteRows(Baseline baseline)
{
    private readonly BaselineAccounts _accounts = new(baseline);

    // Where nothing is bought the share of own sales is one, so that shares always sum to one.
    public IEnumerable<string[]> TradeShare() => Bilateral((j, i, n) => _accounts.Spending[n, j] > 0
        ? baseline.Trade[j, i, n] * (1 + baseline.TariffRate[j, i, n]) / _accounts.Spending[n, j]
        : i == n ? 1 : 0);

    public IEnumerable<string[]> Tariff() => Bilateral((j, i, n) => 1 + baseline.TariffRate[j, i, n]);

    public IEnumerable<string[]> Expenditure() => BySector(_accounts.Spending);

    public IEnumerable<string[]> FactorShare() => BySector(baseline.ValueAddedShare);

    public IEnumerable<string[]> ConsumptionShare() => BySector(baseline.FinalShare);

    public IEnumerable<string[]> ValueAdded() => baseline.Economies.Select((economy, n) =>
        new[] { economy.Code, FolderRows.Text(baseline.ValueAdded[n]) });

    public IEnumerable<string[]> TradeBalance() => baseline.Economies.Select((economy, n) =>
        new[] { economy.Code, FolderRows.Text(-baseline.Deficit[n]) });

    public IEnumerable<string[]> TradeElasticity() => baseline.Sectors.Select((sector, j) =>
        new[] { sector.Code, FolderRows.Text(baseline.Elasticities[0].Theta[j]) });

    // Where a sector has no inputs their shares are all alike, so that they always sum to one.
    public IEnumerable<string[]> IntermediateShare()
    {
        var sectors = baseline.Sectors.Length;
        for (var n = 0; n < baseline.Economies.Length; n++)
        {
            for (var j = 0; j < sectors; j++)
            {
                var inputs = 0.0;
                for (var k = 0; k < sectors; k++)
                {
                    inputs += baseline.InputShare[n, k, j];
                }
                for (var k = 0; k < sectors; k++)
                {
                    var share = inputs > 0 ? baseline.InputShare[n, k, j] / inputs : 1.0 / sectors;
                    yield return
                    [
                        baseline.Economies[n].Code, baseline.Sectors[k].Code, baseline.Sectors[j].Code,
                        FolderRows.Text(share),
                    ];
                }
            }
        }
    }

    private IEnumerable<string[]> Bilateral(Func<int, int, int, double> value)
    {
        for (var j = 0; j < baseline.Sectors.Length; j++)
        {
            for (var n = 0; n < baseline.Economies.Length; n++)
            {
                for (var i = 0; i < baseline.Economies.Length; i++)
                {
                    yield return
                    [
                        baseline.Economies[i].Code, baseline.Economies[n].Code, baseline.Sectors[j].Code,
                        FolderRows.Text(value(j, i, n)),
                    ];
                }
            }
        }
    }

    private IEnumerable<string[]> BySector(Matrix<double> values)
    {
        for (var n = 0; n < baseline.Economies.Length; n++)
        {
            for (var j = 0; j < baseline.Sectors.Length; j++)
            {
                yield return
                [
                    baseline.Economies[n].Code, baseline.Sectors[j].Code, FolderRows.Text(values[n, j]),
                ];
            }
        }
    }
}
