namespace Caravan.Trade;

/// <summary>What happens to trade deficits.</summary>
public enum Closure
{
    /// <summary>Each deficit stays a constant share of world value added. The default.</summary>
    Fixed,

    /// <summary>
    /// A world without deficits is solved first, then the shock in that world; results compare the two, as in the
    /// main tables of Caliendo and Parro (2015).
    /// </summary>
    Zero,
}
