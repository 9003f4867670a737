using System.Numerics.Tensors;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>
/// Sales of a solved world row by row, pi'_ni^j X'_n^j / (1 + tau'_ni^j): most sums over them need no table of all, which
/// for the world that ships would have 6 MB.
/// </summary>
internal sealed class FlowRows
{
    private readonly World _world;
    private readonly Solution _solution;
    private readonly double[] _supply;
    private readonly double[] _demand;
    private readonly double[] _row;
    private int _sector;

    public FlowRows(World world, Solution solution)
    {
        (_world, _solution) = (world, solution);
        (Sectors, Economies) = (world.Accounts.Sectors, world.Accounts.Economies);
        (_supply, _demand, _row) = (new double[Economies], new double[Economies], new double[Economies]);
    }

    public int Sectors { get; }

    public int Economies { get; }

    /// <summary>Turns to a sector.</summary>
    public void Begin(int sector)
    {
        var (theta, scale) = (_world.Accounts.Theta[sector], double.NegativeInfinity);
        for (var i = 0; i < Economies; i++)
        {
            _supply[i] = -theta * _solution.LogCost[i * Sectors + sector];
            scale = Math.Max(scale, _supply[i]);
        }
        for (var i = 0; i < Economies; i++)
        {
            _supply[i] = Math.Exp(_supply[i] - scale);
        }
        Kernels.CombineRows(_world.Weight[sector], _supply, _demand);
        for (var n = 0; n < Economies; n++)
        {
            _demand[n] = _demand[n] > 0 ? _solution.Spending[n * Sectors + sector] / _demand[n] : 0;
        }
        _sector = sector;
    }

    /// <summary>Sales of an origin to each destination in the sector; good until the next row is asked for.</summary>
    public Span<double> Row(int origin)
    {
        WriteInto(origin, _row);
        return _row;
    }

    /// <summary>All sales [sector, origin, destination].</summary>
    public Cube<double> ToCube()
    {
        var flows = GC.AllocateUninitializedArray<double>(Sectors * Economies * Economies);
        for (var j = 0; j < Sectors; j++)
        {
            Begin(j);
            for (var i = 0; i < Economies; i++)
            {
                WriteInto(i, flows.AsSpan((j * Economies + i) * Economies, Economies));
            }
        }
        return new Cube<double>(Sectors, Economies, Economies, flows);
    }

    private void WriteInto(int origin, Span<double> row)
    {
        TensorPrimitives.Multiply(
            _world.NetWeight[_sector].AsSpan(origin * Economies, Economies), _supply[origin], row);
        TensorPrimitives.Multiply(row, _demand, row);
    }
}
