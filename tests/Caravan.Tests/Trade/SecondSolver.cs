using Caravan.Data;
using Caravan.Trade;

namespace Caravan.Tests.Trade;

/// <summary>
/// A deliberately different route to the same equilibrium, for small worlds: levels in place of logs, prices by plain
/// repetition, spending by Gaussian elimination, wages by small steps towards market clearing. No code is shared with
/// the library's solver.
/// </summary>
internal sealed class SecondSolver
{
    private readonly Baseline _world;
    private readonly TradeShock _shock;
    private readonly int _n;
    private readonly int _j;
    private readonly double[,,] _share;   // sector, origin, destination

    public SecondSolver(Baseline world, TradeShock shock)
    {
        (_world, _shock) = (world, shock);
        (_n, _j) = (world.Economies.Length, world.Sectors.Length);
        (Wage, Price) = (new double[_n], new double[_n, _j]);
        _share = Shares();
    }

    public double[] Wage { get; }

    public double[,] Price { get; }

    public double[] RealIncome { get; private set; } = [];

    public void Solve()
    {
        Array.Fill(Wage, 1);
        for (var n = 0; n < _n; n++)
        {
            for (var j = 0; j < _j; j++)
            {
                Price[n, j] = 1;
            }
        }
        for (var round = 0; round < 20_000; round++)
        {
            var share = NewShares();
            var (spending, income) = Spend(share);
            var worst = MoveWages(share, spending);
            if (worst < 1e-13)
            {
                RealIncome = Measure(income);
                return;
            }
        }
        throw new InvalidOperationException("the second solver did not converge");
    }

    private double[,,] Shares()
    {
        var share = new double[_j, _n, _n];
        for (var j = 0; j < _j; j++)
        {
            for (var n = 0; n < _n; n++)
            {
                var total = Enumerable.Range(0, _n).Sum(i => _world.Trade[j, i, n] * (1 + _world.TariffRate[j, i, n]));
                for (var i = 0; i < _n; i++)
                {
                    var paid = _world.Trade[j, i, n] * (1 + _world.TariffRate[j, i, n]);
                    share[j, i, n] = total > 0 ? paid / total : 0;
                }
            }
        }
        return share;
    }

    private double NewTariff(int j, int i, int n) => (_shock.TariffRateNew ?? _world.TariffRate)[j, i, n];

    private double CostChange(int j, int i, int n) =>
        (1 + NewTariff(j, i, n)) / (1 + _world.TariffRate[j, i, n]) * (_shock.TradeCost?.IcebergHat[j, i, n] ?? 1);

    private double UnitCost(int i, int j)
    {
        var cost = Math.Pow(Wage[i], _world.ValueAddedShare[i, j]) / (_shock.ProductivityHat?[i, j] ?? 1);
        for (var k = 0; k < _j; k++)
        {
            cost *= Math.Pow(Price[i, k], _world.InputShare[i, k, j]);
        }
        return cost;
    }

    private double[,,] NewShares()
    {
        var share = new double[_j, _n, _n];
        for (var moved = 1.0; moved > 1e-15;)
        {
            moved = 0;
            for (var j = 0; j < _j; j++)
            {
                var theta = _world.Elasticities[0].Theta[j];
                var cost = Enumerable.Range(0, _n).Select(i => UnitCost(i, j)).ToArray();
                for (var n = 0; n < _n; n++)
                {
                    var sum = 0.0;
                    for (var i = 0; i < _n; i++)
                    {
                        share[j, i, n] = _share[j, i, n] * Math.Pow(CostChange(j, i, n) * cost[i], -theta);
                        sum += share[j, i, n];
                    }
                    var price = Math.Pow(sum, -1 / theta);
                    for (var i = 0; i < _n; i++)
                    {
                        share[j, i, n] /= sum;
                    }
                    moved = Math.Max(moved, Math.Abs(price / Price[n, j] - 1));
                    Price[n, j] = price;
                }
            }
        }
        return share;
    }

    private double Labour(int n) => Wage[n] * _world.ValueAdded[n] * (_shock.LabourHat?[n] ?? 1);

    private double Deficit(int n) => _shock.DeficitNew?[n] ?? _world.Deficit[n];

    private double Cost(int n) => _shock.InfrastructureCost?[n] ?? 0;

    private double FinalShare(int n, int j) => _shock.FinalWeightHat is { } weights
        ? _world.FinalShare[n, j] * weights[n, j]
            / Enumerable.Range(0, _j).Sum(k => _world.FinalShare[n, k] * weights[n, k])
        : _world.FinalShare[n, j];

    // X = alpha (w L + tariffs(X) + D) + Gamma Y(X) is linear in X: one system of economies x sectors.
    private (double[] Spending, double[] Income) Spend(double[,,] share)
    {
        var size = _n * _j;
        var (matrix, right) = (new double[size, size], new double[size]);
        for (var n = 0; n < _n; n++)
        {
            for (var j = 0; j < _j; j++)
            {
                var row = n * _j + j;
                matrix[row, row] += 1;
                right[row] = FinalShare(n, j) * (Labour(n) + Deficit(n));
                for (var k = 0; k < _j; k++)
                {
                    var revenue = 0.0;
                    for (var i = 0; i < _n; i++)
                    {
                        revenue += share[k, i, n] * NewTariff(k, i, n) / (1 + NewTariff(k, i, n));
                        matrix[row, i * _j + k] -=
                            _world.InputShare[n, j, k] * share[k, n, i] / (1 + NewTariff(k, n, i));
                    }
                    matrix[row, n * _j + k] -= FinalShare(n, j) * revenue;
                }
            }
        }
        var spending = Eliminate(matrix, right);
        var income = new double[_n];
        for (var n = 0; n < _n; n++)
        {
            income[n] = Labour(n) + Deficit(n) - Cost(n);
            for (var j = 0; j < _j; j++)
            {
                for (var i = 0; i < _n; i++)
                {
                    var tariff = NewTariff(j, i, n);
                    income[n] += spending[n * _j + j] * share[j, i, n] * tariff / (1 + tariff);
                }
            }
        }
        return (spending, income);
    }

    private static double[] Eliminate(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var c = 0; c < size; c++)
        {
            var pivot = Enumerable.Range(c, size - c).MaxBy(r => Math.Abs(matrix[r, c]));
            for (var k = 0; k < size; k++)
            {
                (matrix[c, k], matrix[pivot, k]) = (matrix[pivot, k], matrix[c, k]);
            }
            (right[c], right[pivot]) = (right[pivot], right[c]);
            for (var r = 0; r < size; r++)
            {
                if (r == c || matrix[r, c] == 0)
                {
                    continue;
                }
                var factor = matrix[r, c] / matrix[c, c];
                for (var k = c; k < size; k++)
                {
                    matrix[r, k] -= factor * matrix[c, k];
                }
                right[r] -= factor * right[c];
            }
        }
        return [.. right.Select((value, r) => value / matrix[r, r])];
    }

    private double MoveWages(double[,,] share, double[] spending)
    {
        var worst = 0.0;
        double bill = 0, target = 0;
        for (var n = 0; n < _n; n++)
        {
            var demand = 0.0;
            for (var j = 0; j < _j; j++)
            {
                for (var m = 0; m < _n; m++)
                {
                    demand += _world.ValueAddedShare[n, j] * share[j, n, m] * spending[m * _j + j]
                        / (1 + NewTariff(j, n, m));
                }
            }
            var excess = demand / Labour(n) - 1;
            worst = Math.Max(worst, Math.Abs(excess));
            Wage[n] *= 1 + 0.15 * Math.Clamp(excess, -0.5, 0.5);
            bill += Labour(n);
            target += _world.ValueAdded[n];
        }
        for (var n = 0; n < _n; n++)
        {
            Wage[n] *= target / bill;
        }
        return worst;
    }

    private double[] Measure(double[] income)
    {
        var real = new double[_n];
        for (var n = 0; n < _n; n++)
        {
            var before = _world.ValueAdded[n] + _world.Deficit[n];
            for (var j = 0; j < _j; j++)
            {
                for (var i = 0; i < _n; i++)
                {
                    before += _world.Trade[j, i, n] * _world.TariffRate[j, i, n];
                }
            }
            real[n] = income[n] / before;
            for (var j = 0; j < _j; j++)
            {
                real[n] /= Math.Pow(Price[n, j], _world.FinalShare[n, j]);
            }
        }
        return real;
    }
}
