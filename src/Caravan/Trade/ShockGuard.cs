using System.Numerics.Tensors;
using Caravan.Data;
using Caravan.Numerics;

namespace Caravan.Trade;

/// <summary>Refuses shocks of the wrong shape and values that no world can have.</summary>
internal static class ShockGuard
{
    private const double BalanceTolerance = 1e-9;

    public static void CheckElasticities(ElasticitySet elasticities, Baseline baseline)
    {
        if (elasticities.Theta.Length != baseline.Sectors.Length)
        {
            throw new ArgumentException(
                $"{elasticities.Theta.Length} elasticities for {baseline.Sectors.Length} sectors", nameof(elasticities));
        }
        CheckRange(elasticities.Theta.AsSpan(), double.Epsilon, "theta");
    }

    public static void Check(TradeShock shock, Baseline baseline)
    {
        var (economies, sectors) = (baseline.Economies.Length, baseline.Sectors.Length);
        CheckCube(shock.TariffRateNew, sectors, economies, Math.BitIncrement(-1), nameof(shock.TariffRateNew));
        CheckCube(shock.TradeCost?.IcebergHat, sectors, economies, double.Epsilon, nameof(shock.TradeCost));
        CheckMatrix(shock.ProductivityHat, economies, sectors, double.Epsilon, nameof(shock.ProductivityHat));
        CheckMatrix(shock.FinalWeightHat, economies, sectors, 0, nameof(shock.FinalWeightHat));
        CheckVector(shock.LabourHat, economies, double.Epsilon, nameof(shock.LabourHat));
        CheckVector(shock.DeficitNew, economies, -double.MaxValue, nameof(shock.DeficitNew));
        CheckVector(shock.InfrastructureCost, economies, 0, nameof(shock.InfrastructureCost));
        if (shock.DeficitNew is { } deficit
            && Math.Abs(FixedOrder.Sum(deficit)) > BalanceTolerance * FixedOrder.Sum(baseline.ValueAdded.AsSpan()))
        {
            throw new ArgumentException($"deficits sum to {FixedOrder.Sum(deficit)}, not to zero", nameof(shock));
        }
    }

    private static void CheckCube(Cube<double>? cube, int sectors, int economies, double lowest, string name)
    {
        if (cube is null)
        {
            return;
        }
        if (cube.Layers != sectors || cube.Rows != economies || cube.Columns != economies)
        {
            throw new ArgumentException(
                $"{name} is {cube.Layers} x {cube.Rows} x {cube.Columns}, not {sectors} x {economies} x {economies}");
        }
        CheckRange(cube.Values, lowest, name);
    }

    private static void CheckMatrix(Matrix<double>? matrix, int economies, int sectors, double lowest, string name)
    {
        if (matrix is null)
        {
            return;
        }
        if (matrix.Rows != economies || matrix.Columns != sectors)
        {
            throw new ArgumentException($"{name} is {matrix.Rows} x {matrix.Columns}, not {economies} x {sectors}");
        }
        CheckRange(matrix.Values, lowest, name);
    }

    private static void CheckVector(double[]? vector, int economies, double lowest, string name)
    {
        if (vector is null)
        {
            return;
        }
        if (vector.Length != economies)
        {
            throw new ArgumentException($"{name} has {vector.Length} values, not {economies}");
        }
        CheckRange(vector, lowest, name);
    }

    private static void CheckRange(ReadOnlySpan<double> values, double lowest, string name)
    {
        // Written so that NaN fails: both extremes of the values are NaN if any value is.
        if (!(TensorPrimitives.Min(values) >= lowest && TensorPrimitives.Max(values) <= double.MaxValue))
        {
            var at = values.IndexOfAnyExceptInRange(lowest, double.MaxValue);
            throw new ArgumentException($"{name} is {values[at]} at position {at}; {lowest:g3} is the least allowed");
        }
    }
}
