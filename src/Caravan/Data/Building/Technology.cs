using Caravan.Numerics;

namespace Caravan.Data.Building;

/// <summary>How one economy produces and consumes: shares of cost and of final spending by sector.</summary>
internal sealed class Technology(int count)
{
    /// <summary>Number of sectors.</summary>
    public int Count => count;

    /// <summary>Cost shares [input, sector], imports included.</summary>
    public double[,] Inputs { get; private init; } = new double[count, count];

    /// <summary>Value-added share of cost by sector.</summary>
    public double[] ValueAdded { get; private init; } = new double[count];

    /// <summary>Shares of final spending by sector.</summary>
    public double[] Final { get; private init; } = new double[count];

    public Technology Clone() => new(count)
    {
        Inputs = (double[,])Inputs.Clone(),
        ValueAdded = (double[])ValueAdded.Clone(),
        Final = (double[])Final.Clone(),
    };

    /// <summary>Weighted mean of technologies; the weights sum to one.</summary>
    public static Technology Mean(IReadOnlyList<(Technology Technology, double Weight)> parts)
    {
        var mean = new Technology(parts[0].Technology.Count);
        foreach (var (part, weight) in parts)
        {
            for (var k = 0; k < mean.Count; k++)
            {
                mean.ValueAdded[k] += weight * part.ValueAdded[k];
                mean.Final[k] += weight * part.Final[k];
                for (var j = 0; j < mean.Count; j++)
                {
                    mean.Inputs[k, j] += weight * part.Inputs[k, j];
                }
            }
        }
        return mean;
    }

    /// <summary>Takes the cost shares of one sector from another economy.</summary>
    public void CopySector(int sector, Technology from)
    {
        ValueAdded[sector] = from.ValueAdded[sector];
        for (var k = 0; k < count; k++)
        {
            Inputs[k, sector] = from.Inputs[k, sector];
        }
    }

    /// <summary>Sets a value-added share and scales the sector's inputs to fill the rest.</summary>
    public void SetValueAdded(int sector, double share)
    {
        var inputs = InputTotal(sector);
        for (var k = 0; k < count; k++)
        {
            Inputs[k, sector] *= (1 - share) / inputs;
        }
        ValueAdded[sector] = share;
    }

    /// <summary>The same with every sum of shares exactly one: the source rounds to 1e-8.</summary>
    public Technology Normalised()
    {
        var result = Clone();
        result.NormaliseInPlace();
        return result;
    }

    /// <summary>Scales each sector's cost shares and the final shares to sum to one.</summary>
    public void NormaliseInPlace()
    {
        var final = Final.Sum();
        for (var j = 0; j < count; j++)
        {
            var cost = ValueAdded[j] + InputTotal(j);
            ValueAdded[j] /= cost;
            Final[j] /= final;
            for (var k = 0; k < count; k++)
            {
                Inputs[k, j] /= cost;
            }
        }
    }

    /// <summary>
    /// Output by sector for a unit of final spending when nothing is traded: the weights for pooling sectors, as the
    /// source gives shares but no output.
    /// </summary>
    public double[] ClosedOutput()
    {
        var system = new double[count, count];
        for (var k = 0; k < count; k++)
        {
            for (var j = 0; j < count; j++)
            {
                system[k, j] = (k == j ? 1 : 0) - Inputs[k, j];
            }
        }
        return LinearSystem.Solve(system, Final);
    }

    /// <summary>Pools sectors: inputs are added up, using sectors are weighted by <see cref="ClosedOutput"/>.</summary>
    public Technology Aggregate(int[][] groups)
    {
        var output = ClosedOutput();
        var pooled = new Technology(groups.Length);
        for (var to = 0; to < groups.Length; to++)
        {
            var total = groups[to].Sum(j => output[j]);
            foreach (var j in groups[to])
            {
                var weight = total > 0 ? output[j] / total : 1.0 / groups[to].Length;
                pooled.Final[to] += Final[j];
                pooled.ValueAdded[to] += weight * ValueAdded[j];
                for (var from = 0; from < groups.Length; from++)
                {
                    pooled.Inputs[from, to] += weight * groups[from].Sum(k => Inputs[k, j]);
                }
            }
        }
        return pooled;
    }

    private double InputTotal(int sector)
    {
        var total = 0.0;
        for (var k = 0; k < count; k++)
        {
            total += Inputs[k, sector];
        }
        return total;
    }
}
