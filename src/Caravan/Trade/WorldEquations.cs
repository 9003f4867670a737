using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>
/// One sweep over all equations of the model, one method an equation group, on buffers allocated once.
/// Between sweeps the state is log w^ [economy], log P^ and X' [economy, sector]. Inside a sector everything lies
/// [sector, economy], so that the two products over the shares run along contiguous rows.
/// </summary>
internal sealed class WorldEquations
{
    private readonly World _world;
    private readonly Accounts _accounts;
    private readonly int _economies;
    private readonly int _sectors;
    private readonly ParallelOptions? _parallel;
    private readonly double[] _logCost;       // [economy, sector]
    private readonly double[] _supply;        // c^^-theta [sector, economy], scaled
    private readonly double[] _demand;        // X' / P^^-theta [sector, economy], scaled alike
    private readonly double[] _gross;         // P^^-theta [sector, economy], scaled alike
    private readonly double[] _net;           // the same sum with each origin net of tariff
    private readonly double[] _sectorOutput;  // [sector, economy]

    public WorldEquations(World world, int threads)
    {
        (_world, _accounts) = (world, world.Accounts);
        (_economies, _sectors) = (_accounts.Economies, _accounts.Sectors);
        _parallel = threads > 1 ? new ParallelOptions { MaxDegreeOfParallelism = threads } : null;
        var cells = _economies * _sectors;
        (_logCost, _supply, _demand) = (new double[cells], new double[cells], new double[cells]);
        (_gross, _net, _sectorOutput) = (new double[cells], new double[cells], new double[cells]);
        (LogPriceImage, SpendingImage, Output) = (new double[cells], new double[cells], new double[cells]);
        (LabourDemand, Revenue, Income) = (new double[_economies], new double[_economies], new double[_economies]);
    }

    /// <summary>log c^ [economy, sector] at the state of the last sweep.</summary>
    public ReadOnlySpan<double> LogCost => _logCost;

    /// <summary>log P^ that the price equation gives [economy, sector].</summary>
    public double[] LogPriceImage { get; }

    /// <summary>X' that the spending equation gives [economy, sector].</summary>
    public double[] SpendingImage { get; }

    /// <summary>Y' [economy, sector].</summary>
    public double[] Output { get; }

    /// <summary>Sum of gamma Y' [economy].</summary>
    public double[] LabourDemand { get; }

    /// <summary>Tariff revenue [economy].</summary>
    public double[] Revenue { get; }

    /// <summary>I' [economy].</summary>
    public double[] Income { get; }

    /// <summary>Evaluates every equation at a state; the images say what the equations give back.</summary>
    public void Sweep(double[] logWage, double[] logPrice, double[] spending)
    {
        if (_parallel is not null)
        {
            SweepTogether(_parallel, logWage, logPrice, spending);
            return;
        }
        UpdateUnitCosts(0, _economies, logWage, logPrice);
        Transpose(_logCost, _supply, _economies, _sectors);
        Transpose(spending, _demand, _economies, _sectors);
        for (var j = 0; j < _sectors; j++)
        {
            UpdateSector(j);
        }
        CollectSectors();
        UpdateSpending(0, _economies, logWage, spending);
    }

    // Sectors and economies are independent of each other, so any number of threads gives the same bits.
    private void SweepTogether(ParallelOptions parallel, double[] logWage, double[] logPrice, double[] spending)
    {
        Parallel.For(0, _economies, parallel, n => UpdateUnitCosts(n, n + 1, logWage, logPrice));
        Transpose(_logCost, _supply, _economies, _sectors);
        Transpose(spending, _demand, _economies, _sectors);
        Parallel.For(0, _sectors, parallel, UpdateSector);
        CollectSectors();
        Parallel.For(0, _economies, parallel, n => UpdateSpending(n, n + 1, logWage, spending));
    }

    /// <summary>The accounts of the world at the state of the last sweep, as if it were the base.</summary>
    public Accounts AccountsHere(double[] spending)
    {
        var (share, net) = (new double[_sectors][], new double[_sectors][]);
        for (var j = 0; j < _sectors; j++)
        {
            share[j] = SharesHere(j, _world.Weight[j]);
            net[j] = ReferenceEquals(_world.Weight[j], _world.NetWeight[j])
                ? share[j]
                : SharesHere(j, _world.NetWeight[j]);
        }
        var wageBill = new double[_economies];
        for (var n = 0; n < _economies; n++)
        {
            wageBill[n] = Income[n] + _world.InfrastructureCost[n] - Revenue[n] - _world.Deficit[n];
        }
        return _accounts.With(share, net, _world.FinalShare, wageBill, (double[])spending.Clone());
    }

    private double[] SharesHere(int j, double[] weight)
    {
        var supply = _supply.AsSpan(j * _economies, _economies);
        var (total, shares) = (new double[_economies], new double[weight.Length]);
        Kernels.CombineRows(_world.Weight[j], supply, total);
        for (var cell = 0; cell < shares.Length; cell++)
        {
            var bought = total[cell % _economies];
            shares[cell] = bought > 0 ? weight[cell] * supply[cell / _economies] / bought : 0;
        }
        return shares;
    }

    // c^_n^j = w^_n^gamma_n^j prod_k P^_n^k^gamma_n^{k,j} / A^_n^j
    private void UpdateUnitCosts(int first, int end, double[] logWage, double[] logPrice)
    {
        for (var n = first; n < end; n++)
        {
            var cost = _logCost.AsSpan(n * _sectors, _sectors);
            if (_accounts.InputShare is { } inputs)
            {
                Kernels.CombineRows(inputs.Layer(n), logPrice.AsSpan(n * _sectors, _sectors), cost);
            }
            else
            {
                cost.Clear();
            }
            Kernels.AddScaled(_accounts.ValueAddedShare.AsSpan(n * _sectors, _sectors), logWage[n], cost);
            if (_world.LogProductivity is { } productivity)
            {
                TensorPrimitives.Subtract(cost, productivity.AsSpan(n * _sectors, _sectors), cost);
            }
        }
    }

    // P^_n^j = (sum_i pi_ni^j (k^ c^)^-theta)^(-1/theta);  Y'_i^j = sum_n pi'_ni^j X'_n^j / (1 + tau'_ni^j).
    // The power is scaled by the cheapest origin, so that neither a large theta nor a large change overflows.
    private void UpdateSector(int j)
    {
        var at = j * _economies;
        var theta = _accounts.Theta[j];
        var supply = _supply.AsSpan(at, _economies);
        var demand = _demand.AsSpan(at, _economies);
        var gross = _gross.AsSpan(at, _economies);
        var net = _net.AsSpan(at, _economies);
        TensorPrimitives.Multiply(supply, -theta, supply);
        var scale = TensorPrimitives.Max(supply);
        TensorPrimitives.Subtract(supply, scale, supply);
        TensorPrimitives.Exp(supply, supply);

        var (weight, netWeight) = (_world.Weight[j], _world.NetWeight[j]);
        Kernels.CombineRows(weight, supply, gross);
        foreach (var n in _accounts.BuysNothing[j])
        {
            (gross[n], demand[n]) = (1, 0);
        }
        TensorPrimitives.Divide(demand, gross, demand);
        var output = _sectorOutput.AsSpan(at, _economies);
        if (ReferenceEquals(weight, netWeight))
        {
            net.Fill(1);
            Kernels.RowDots(netWeight, demand, output);
        }
        else
        {
            Kernels.RowDotsAndCombineRows(netWeight, demand, output, supply, net);
            TensorPrimitives.Divide(net, gross, net);
        }
        TensorPrimitives.Multiply(output, supply, output);

        TensorPrimitives.Log(gross, gross);
        TensorPrimitives.Add(gross, scale, gross);
        TensorPrimitives.Multiply(gross, -1 / theta, gross);
        foreach (var n in _accounts.BuysNothing[j])
        {
            gross[n] = 0;
        }
    }

    private void CollectSectors()
    {
        Transpose(_gross, LogPriceImage, _sectors, _economies);
        Transpose(_sectorOutput, Output, _sectors, _economies);
    }

    // I'_n = w^ w L L^ + tariffs + D' - G;  X'_n^j = alpha (I' + G) + sum_k gamma^{j,k} Y'_n^k;  demand for labour
    private void UpdateSpending(int first, int end, double[] logWage, double[] spending)
    {
        for (var n = first; n < end; n++)
        {
            var at = n * _sectors;
            var output = Output.AsSpan(at, _sectors);
            var image = SpendingImage.AsSpan(at, _sectors);
            var revenue = 0.0;
            for (var j = 0; j < _sectors; j++)
            {
                revenue += spending[at + j] * (1 - _net[j * _economies + n]);
            }
            Revenue[n] = revenue;
            LabourDemand[n] = Kernels.Dot(_accounts.ValueAddedShare.AsSpan(at, _sectors), output);
            var absorption = Math.Exp(logWage[n]) * _world.LabourValue[n] + revenue + _world.Deficit[n];
            Income[n] = absorption - _world.InfrastructureCost[n];
            if (_accounts.InputShare is { } inputs)
            {
                Kernels.RowDots(inputs.Layer(n), output, image);
            }
            else
            {
                image.Clear();
            }
            Kernels.AddScaled(_world.FinalShare.AsSpan(at, _sectors), absorption, image);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Transpose(ReadOnlySpan<double> source, Span<double> target, int rows, int columns)
    {
        for (var r = 0; r < rows; r++)
        {
            var row = source.Slice(r * columns, columns);
            for (var c = 0; c < columns; c++)
            {
                target[c * rows + r] = row[c];
            }
        }
    }
}
