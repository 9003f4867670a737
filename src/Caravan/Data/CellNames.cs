namespace Caravan.Data;

/// <summary>Names the cells of a baseline's tables for messages.</summary>
internal sealed class CellNames(Baseline baseline)
{
    private readonly int _economies = baseline.Economies.Length;
    private readonly int _sectors = baseline.Sectors.Length;

    /// <summary>The cell in words, such as <c>C29 from CHN to KAZ</c>.</summary>
    public string Describe(BaselineTable table, int cell) => table switch
    {
        BaselineTable.Trade => $"{Sector(cell / _economies / _economies)} from "
            + $"{Economy(cell / _economies % _economies)} to {Economy(cell % _economies)}",
        BaselineTable.Inputs => $"input {Sector(cell / _sectors % _sectors)} of {Sector(cell % _sectors)} in "
            + Economy(cell / _sectors / _sectors),
        BaselineTable.Production => $"{Sector(cell % _sectors)} in {Economy(cell / _sectors)}",
        BaselineTable.Elasticities => $"{Sector(cell % _sectors)} in set {baseline.Elasticities[cell / _sectors].Name}",
        BaselineTable.Sectors => Sector(cell),
        BaselineTable.Sets => baseline.Sets[cell].Name,
        _ => Economy(cell),
    };

    /// <summary>Number of sectors.</summary>
    public int Sectors => _sectors;

    public string Economy(int n) => baseline.Economies[n].Code;

    public string Sector(int j) => baseline.Sectors[j].Code;
}
