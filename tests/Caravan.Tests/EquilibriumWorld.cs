using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Numerics;

namespace Caravan.Tests;

/// <summary>
/// Completes trade, tariffs and cost shares to a world in exact equilibrium: value added, deficits and final shares
/// follow from the adding-up identities. Where an economy would use more of an input than it buys, its input mix is
/// moved towards the mix of its purchases until final demand is positive everywhere.
/// </summary>
internal static class EquilibriumWorld
{
    // Final demand is at least this part of what an economy buys of each sector.
    private const double SmallestFinalPart = 0.02;

    public delegate Baseline Assemble(
        ImmutableArray<double> valueAdded, ImmutableArray<double> deficit, Matrix<double> finalShare,
        Cube<double> trade, Cube<double> tariff, Matrix<double> valueAddedShare, Cube<double> inputShare);

    public static Baseline Complete(
        Cube<double> trade, Cube<double> tariff, Matrix<double> gamma, Cube<double> inputs, Assemble assemble)
    {
        var (sectors, economies) = (trade.Layers, trade.Rows);
        var output = new double[economies, sectors];
        var spending = new double[economies, sectors];
        var (valueAdded, deficit, income) = (new double[economies], new double[economies], new double[economies]);
        for (var j = 0; j < sectors; j++)
        {
            for (var i = 0; i < economies; i++)
            {
                for (var n = 0; n < economies; n++)
                {
                    var (value, duty) = (trade[j, i, n], trade[j, i, n] * tariff[j, i, n]);
                    output[i, j] += value;
                    spending[n, j] += value + duty;
                    income[n] += duty;
                    deficit[n] += i == n ? 0 : value;
                    deficit[i] -= i == n ? 0 : value;
                }
            }
        }
        var mix = inputs.ToArray();
        var final = new double[economies * sectors];
        for (var n = 0; n < economies; n++)
        {
            valueAdded[n] = Enumerable.Range(0, sectors).Sum(j => gamma[n, j] * output[n, j]);
            income[n] += valueAdded[n] + deficit[n];
            FitInputMix(n, mix, gamma, output, spending);
            var rest = FinalDemand(n, mix, output, spending);
            if (income[n] <= 0 || rest.Min() < 0)
            {
                throw new InvalidOperationException($"economy {n} spends less than nothing: give it larger own sales");
            }
            for (var k = 0; k < sectors; k++)
            {
                final[n * sectors + k] = rest[k] / income[n];
            }
        }
        return assemble([.. valueAdded], [.. deficit], new Matrix<double>(economies, sectors, final), trade, tariff,
            gamma, new Cube<double>(economies, sectors, sectors, mix));
    }

    private static void FitInputMix(int n, double[] mix, Matrix<double> gamma, double[,] output, double[,] spending)
    {
        var sectors = gamma.Columns;
        var total = Enumerable.Range(0, sectors).Sum(k => spending[n, k]);
        for (var attempt = 0; attempt < 60; attempt++)
        {
            var rest = FinalDemand(n, mix, output, spending);
            if (Enumerable.Range(0, sectors).All(k => rest[k] >= SmallestFinalPart * spending[n, k]))
            {
                return;
            }
            for (var k = 0; k < sectors; k++)
            {
                for (var j = 0; j < sectors; j++)
                {
                    var at = (n * sectors + k) * sectors + j;
                    mix[at] = 0.5 * (mix[at] + (1 - gamma[n, j]) * spending[n, k] / total);
                }
            }
        }
    }

    private static double[] FinalDemand(int n, double[] mix, double[,] output, double[,] spending)
    {
        var sectors = spending.GetLength(1);
        return [.. Enumerable.Range(0, sectors).Select(k => spending[n, k]
            - Enumerable.Range(0, sectors).Sum(j => mix[(n * sectors + k) * sectors + j] * output[n, j]))];
    }
}
