namespace Caravan.Data.Loading;

/// <summary>
/// Reads and writes a baseline as the long tables of KITE, the trade model of the Kiel Institute (julianhinz/KITE): one
/// CSV file for each of its initial conditions. Numbers agree to rounding, because KITE holds shares where Caravan
/// holds values. The files <c>economies.csv</c> and <c>sectors.csv</c> of Caravan's own layout are written beside them
/// and read where present, so names and flags survive. KITE has no place for sets, GDP, population, flags of estimated
/// cells and more than one elasticity set: the default set is written.
/// </summary>
public static class KiteFolder
{
    /// <summary>True where a folder has KITE's tables and not Caravan's.</summary>
    public static bool IsOne(string folder) =>
        File.Exists(Path.Combine(folder, KiteTables.TradeShare.FileName))
        && !File.Exists(Path.Combine(folder, FolderTables.Trade.FileName));

    /// <summary>The baseline in a folder of KITE tables.</summary>
    /// <exception cref="InputException">The folder is unusable; carries every problem with file and line.</exception>
    public static Baseline Read(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        return new FolderReader(folder).ReadKite();
    }

    /// <summary>Writes KITE's tables with every cell, as KITE needs them; files of these names are replaced.</summary>
    public static void Write(Baseline baseline, string folder)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        using var beside = new WriteBeside(folder);
        BaselineFolder.WriteTable(beside, FolderTables.Economies, FolderRows.Economies(baseline));
        BaselineFolder.WriteTable(beside, FolderTables.Sectors, FolderRows.Sectors(baseline));
        var rows = new KiteRows(baseline);
        BaselineFolder.WriteTable(beside, KiteTables.TradeShare, rows.TradeShare());
        BaselineFolder.WriteTable(beside, KiteTables.Expenditure, rows.Expenditure());
        BaselineFolder.WriteTable(beside, KiteTables.Tariff, rows.Tariff());
        BaselineFolder.WriteTable(beside, KiteTables.IntermediateShare, rows.IntermediateShare());
        BaselineFolder.WriteTable(beside, KiteTables.FactorShare, rows.FactorShare());
        BaselineFolder.WriteTable(beside, KiteTables.ConsumptionShare, rows.ConsumptionShare());
        BaselineFolder.WriteTable(beside, KiteTables.ValueAdded, rows.ValueAdded());
        BaselineFolder.WriteTable(beside, KiteTables.TradeBalance, rows.TradeBalance());
        BaselineFolder.WriteTable(beside, KiteTables.TradeElasticity, rows.TradeElasticity());
        beside.Commit();
    }
}
