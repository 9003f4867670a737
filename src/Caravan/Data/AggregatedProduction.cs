using System.Collections.Immutable;
using Caravan.Numerics;

namespace Caravan.Data;

/// <summary>
/// Cost shares, final shares and value added of a baseline over groups, valued without the duties on trade that becomes
/// own sales.
/// </summary>
internal sealed class AggregatedProduction
{
    private readonly Baseline _baseline;
    private readonly Grouping _economies;
    private readonly Grouping _sectors;
    private readonly BaselineAccounts _accounts;
    private readonly double[] _freed;

    public AggregatedProduction(Baseline baseline, Grouping economies, Grouping sectors)
    {
        (_baseline, _economies, _sectors) = (baseline, economies, sectors);
        _accounts = new BaselineAccounts(baseline);
        _freed = FreedPart();
        (InputShare, ValueAddedShare, ValueAdded) = Costs();
        FinalShare = Final();
    }

    public Cube<double> InputShare { get; }

    public Matrix<double> ValueAddedShare { get; }

    public Matrix<double> FinalShare { get; }

    public ImmutableArray<double> ValueAdded { get; }

    // Duties on trade inside the group as a part of what an economy spends on a sector [economy, sector].
    private double[] FreedPart()
    {
        var (sectors, economies) = (_baseline.Sectors.Length, _baseline.Economies.Length);
        var freed = new double[economies * sectors];
        for (var j = 0; j < sectors; j++)
        {
            for (var i = 0; i < economies; i++)
            {
                for (var n = 0; n < economies; n++)
                {
                    if (i != n && _economies.GroupOf[i] == _economies.GroupOf[n])
                    {
                        freed[n * sectors + j] += _baseline.Trade[j, i, n] * _baseline.TariffRate[j, i, n];
                    }
                }
            }
        }
        for (var cell = 0; cell < freed.Length; cell++)
        {
            freed[cell] /= _accounts.Spending.Values[cell] > 0 ? _accounts.Spending.Values[cell] : 1;
        }
        return freed;
    }

    private (Cube<double> InputShare, Matrix<double> ValueAddedShare, ImmutableArray<double> ValueAdded) Costs()
    {
        var (parts, groups, economies) = (_baseline.Sectors.Length, _sectors.Codes.Length, _economies.Codes.Length);
        var (inputs, own) = (new double[economies * groups * groups], new double[economies * groups]);
        var (output, hasOutput) = (new double[economies * groups], OutputByGroup());
        var valueAdded = new double[economies];
        for (var n = 0; n < _baseline.Economies.Length; n++)
        {
            var group = _economies.GroupOf[n];
            valueAdded[group] += _baseline.ValueAdded[n];
            for (var j = 0; j < parts; j++)
            {
                var column = group * groups + _sectors.GroupOf[j];
                // sectors that nowhere in the group produce anything count alike
                var weight = hasOutput[column] ? _accounts.Output[n, j] : 1;
                output[column] += weight;
                own[column] += weight * _baseline.ValueAddedShare[n, j];
                for (var k = 0; k < parts; k++)
                {
                    var cost = weight * _baseline.InputShare[n, k, j];
                    var saved = hasOutput[column] ? cost * _freed[n * parts + k] : 0;
                    inputs[(group * groups + _sectors.GroupOf[k]) * groups + _sectors.GroupOf[j]] += cost - saved;
                    own[column] += saved;
                    valueAdded[group] += saved;
                }
            }
        }
        for (var cell = 0; cell < inputs.Length; cell++)
        {
            inputs[cell] /= output[cell / groups / groups * groups + cell % groups];
        }
        for (var column = 0; column < own.Length; column++)
        {
            own[column] /= output[column];
        }
        return (new(economies, groups, groups, inputs), new(economies, groups, own), [.. valueAdded]);
    }

    private bool[] OutputByGroup()
    {
        var any = new bool[_economies.Codes.Length * _sectors.Codes.Length];
        for (var n = 0; n < _baseline.Economies.Length; n++)
        {
            for (var j = 0; j < _baseline.Sectors.Length; j++)
            {
                any[_economies.GroupOf[n] * _sectors.Codes.Length + _sectors.GroupOf[j]] |= _accounts.Output[n, j] > 0;
            }
        }
        return any;
    }

    private Matrix<double> Final()
    {
        var (parts, groups) = (_baseline.Sectors.Length, _sectors.Codes.Length);
        var final = new double[_economies.Codes.Length * groups];
        var total = new double[_economies.Codes.Length];
        for (var n = 0; n < _baseline.Economies.Length; n++)
        {
            for (var j = 0; j < parts; j++)
            {
                var demand = _baseline.FinalShare[n, j] * _accounts.Income[n] * (1 - _freed[n * parts + j]);
                final[_economies.GroupOf[n] * groups + _sectors.GroupOf[j]] += demand;
                total[_economies.GroupOf[n]] += demand;
            }
        }
        for (var cell = 0; cell < final.Length; cell++)
        {
            final[cell] /= total[cell / groups];
        }
        return new(_economies.Codes.Length, groups, final);
    }
}
