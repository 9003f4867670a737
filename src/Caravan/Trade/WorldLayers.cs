namespace Caravan.Trade;

/// <summary>Space for the layers in which one world after the other differs from the world it is made of.</summary>
internal sealed class WorldLayers(int sectors, int economies)
{
    private readonly double[][] _weight = new double[sectors][];
    private readonly double[][] _netWeight = new double[sectors][];

    /// <summary>Space for a sector's weights, [origin, destination].</summary>
    public double[] Weight(int sector) => _weight[sector] ??= GC.AllocateUninitializedArray<double>(economies * economies);

    /// <summary>Space for a sector's weights net of tariff, [origin, destination].</summary>
    public double[] NetWeight(int sector) => _netWeight[sector] ??= GC.AllocateUninitializedArray<double>(economies * economies);
}
