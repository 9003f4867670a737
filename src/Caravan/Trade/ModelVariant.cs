namespace Caravan.Trade;

/// <summary>Which version of the trade model is solved; the same data and equations, with parts switched off.</summary>
public enum ModelVariant
{
    /// <summary>Several sectors that buy inputs from each other, Caliendo and Parro (2015). The default.</summary>
    InputOutput,

    /// <summary>Several sectors, no inputs: value added is the whole cost of a sector.</summary>
    MultiSector,

    /// <summary>All sectors pooled, no inputs: Armington, Eaton-Kortum and the family of ACR (2012).</summary>
    OneSector,
}
