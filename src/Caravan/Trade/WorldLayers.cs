namespace Caravan.Trade;

/// <summary>Space for the layers in which one world after the other differs from the world it is made of.</summary>
/// <param name="sectors">Sectors.</param>
/// <param name="economies">Economies.</param>
/// <param name="given">A world that gives its own layers, where they are not those of the accounts; null for none.</param>
internal sealed class WorldLayers(int sectors, int economies, World? given = null)
{
    private readonly double[][] _weight = new double[sectors][];
    private readonly double[][] _netWeight = new double[sectors][];

    /// <summary>Space for a sector's weights, [origin, destination].</summary>
    public double[] Weight(int sector) => _weight[sector] ??=
        given is not null && !ReferenceEquals(given.Weight[sector], given.Accounts.Share[sector]) ? given.Weight[sector] : New();

    /// <summary>Space for a sector's weights net of tariff, [origin, destination].</summary>
    public double[] NetWeight(int sector) => _netWeight[sector] ??=
        given is not null && !ReferenceEquals(given.NetWeight[sector], given.Accounts.NetShare[sector])
            && !ReferenceEquals(given.NetWeight[sector], given.Weight[sector]) ? given.NetWeight[sector] : New();

    private double[] New() => GC.AllocateUninitializedArray<double>(economies * economies);
}
