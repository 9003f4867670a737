using System.Numerics.Tensors;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>
/// Sales of a solved world, pi'_ni^j X'_n^j / (1 + tau'_ni^j), as products of a weight of the pair, a factor of the origin
/// and one of the destination. Most sums over them need no table of all, which for the world that ships would have 6 MB.
/// May be used from several threads.
/// </summary>
internal sealed class FlowFactors
{
    private readonly World _world;
    private readonly double[] _supply;
    private readonly double[] _demand;

    public FlowFactors(World world, Solution solution)
    {
        _world = world;
        (Sectors, Economies) = (world.Accounts.Sectors, world.Accounts.Economies);
        (_supply, _demand) = (new double[Sectors * Economies], new double[Sectors * Economies]);
        for (var j = 0; j < Sectors; j++)
        {
            Fill(j, solution, _supply.AsSpan(j * Economies, Economies), _demand.AsSpan(j * Economies, Economies));
        }
    }

    public int Sectors { get; }

    public int Economies { get; }

    /// <summary>Weights of a sector [origin, destination].</summary>
    public ReadOnlySpan<double> Weight(int sector) => _world.NetWeight[sector];

    /// <summary>Factors of the origins in a sector.</summary>
    public ReadOnlySpan<double> Supply(int sector) => _supply.AsSpan(sector * Economies, Economies);

    /// <summary>Factors of the destinations in a sector.</summary>
    public ReadOnlySpan<double> Demand(int sector) => _demand.AsSpan(sector * Economies, Economies);

    /// <summary>Sales of an origin to each destination in a sector.</summary>
    public void WriteRow(int sector, int origin, Span<double> row)
    {
        TensorPrimitives.Multiply(
            Weight(sector).Slice(origin * Economies, Economies), Supply(sector)[origin], row);
        TensorPrimitives.Multiply(row, Demand(sector), row);
    }

    /// <summary>All sales [sector, origin, destination].</summary>
    public Cube<double> ToCube()
    {
        var flows = GC.AllocateUninitializedArray<double>(Sectors * Economies * Economies);
        for (var j = 0; j < Sectors; j++)
        {
            for (var i = 0; i < Economies; i++)
            {
                WriteRow(j, i, flows.AsSpan((j * Economies + i) * Economies, Economies));
            }
        }
        return new Cube<double>(Sectors, Economies, Economies, flows);
    }

    // the least cost has factor one, whatever theta is
    private void Fill(int sector, Solution solution, Span<double> supply, Span<double> demand)
    {
        var theta = _world.Accounts.Theta[sector];
        for (var i = 0; i < supply.Length; i++)
        {
            supply[i] = -theta * solution.LogCost[i * Sectors + sector];
        }
        var largest = TensorPrimitives.Max<double>(supply);
        for (var i = 0; i < supply.Length; i++)
        {
            supply[i] = Math.Exp(supply[i] - largest);
        }
        Kernels.CombineRows(_world.Weight[sector], supply, demand);
        for (var n = 0; n < demand.Length; n++)
        {
            demand[n] = demand[n] > 0 ? solution.Spending[n * Sectors + sector] / demand[n] : 0;
        }
    }
}
