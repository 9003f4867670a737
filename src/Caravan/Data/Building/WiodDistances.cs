namespace Caravan.Data.Building;

/// <summary>Distances between the single economies of the WIOD table, in its order.</summary>
internal static class WiodDistances
{
    public static double[,] Of(WiodTable wiod, RawData raw)
    {
        var distance = new double[wiod.SingleCount, wiod.SingleCount];
        for (var i = 0; i < wiod.SingleCount; i++)
        {
            for (var n = 0; n < wiod.SingleCount; n++)
            {
                distance[i, n] = raw.Distance[(wiod.Economies[i], wiod.Economies[n])].Km;
            }
        }
        return distance;
    }
}
