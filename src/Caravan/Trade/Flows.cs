using System.Runtime.CompilerServices;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>Sales of a solved world cell by cell.</summary>
internal static class Flows
{
    /// <summary>pi'_ni^j X'_n^j / (1 + tau'_ni^j), [sector, origin, destination].</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static Cube<double> Of(World world, Solution solution)
    {
        var accounts = world.Accounts;
        var (economies, sectors) = (accounts.Economies, accounts.Sectors);
        var flows = new double[sectors * economies * economies];
        var (supply, demand) = (new double[economies], new double[economies]);
        for (var j = 0; j < sectors; j++)
        {
            var theta = accounts.Theta[j];
            var scale = double.NegativeInfinity;
            for (var i = 0; i < economies; i++)
            {
                supply[i] = -theta * solution.LogCost[i * sectors + j];
                scale = Math.Max(scale, supply[i]);
            }
            for (var i = 0; i < economies; i++)
            {
                supply[i] = Math.Exp(supply[i] - scale);
            }
            Kernels.CombineRows(world.Weight[j], supply, demand);
            for (var n = 0; n < economies; n++)
            {
                demand[n] = demand[n] > 0 ? solution.Spending[n * sectors + j] / demand[n] : 0;
            }
            for (var i = 0; i < economies; i++)
            {
                var weight = world.NetWeight[j].AsSpan(i * economies, economies);
                var row = flows.AsSpan((j * economies + i) * economies, economies);
                for (var n = 0; n < economies; n++)
                {
                    row[n] = weight[n] * supply[i] * demand[n];
                }
            }
        }
        return new Cube<double>(sectors, economies, economies, flows);
    }
}
