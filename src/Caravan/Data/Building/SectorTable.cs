using System.Collections.Immutable;

namespace Caravan.Data.Building;

/// <summary>The sectors of the baseline and how each source's classification maps to them.</summary>
internal static class SectorTable
{
    /// <summary>One sector with its ICIO codes, WIOD 2013 codes and Caliendo-Parro names.</summary>
    /// <param name="Sector">The baseline's sector.</param>
    /// <param name="Icio">ICIO 2023-edition sectors inside it.</param>
    /// <param name="Wiod">Position in <see cref="WiodGroups"/>.</param>
    /// <param name="CaliendoParro">Sectors of Caliendo and Parro (2015, table 1); empty where they have none.</param>
    internal sealed record Row(Sector Sector, string[] Icio, int Wiod, string[] CaliendoParro);

    /// <summary>Goods first, in the order of the HS4 concordance, then services.</summary>
    public static ImmutableArray<Row> Rows { get; } =
    [
        Goods("A01_02", "Agriculture and forestry", 0, "Agriculture"),
        Goods("A03", "Fishing and aquaculture", 0, "Agriculture"),
        Goods("B05_06", "Energy mining", 1, "Mining"),
        Goods("B07_08", "Metal ores and other mining", 1, "Mining"),
        Goods("C10T12", "Food, beverages and tobacco", 2, "Food"),
        Goods("C13T15", "Textiles, clothing and leather", 3, "Textile"),
        Goods("C16", "Wood products", 4, "Wood"),
        Goods("C17_18", "Paper and printing", 5, "Paper"),
        Goods("C19", "Refined petroleum and coke", 6, "Petroleum"),
        Goods("C20", "Chemicals", 7, "Chemicals"),
        Goods("C21", "Pharmaceuticals", 7, "Chemicals"),
        Goods("C22", "Rubber and plastics", 8, "Plastic"),
        Goods("C23", "Non-metallic minerals", 9, "Minerals"),
        Goods("C24", "Basic metals", 10, "Basic metals"),
        Goods("C25", "Metal products", 10, "Metal products"),
        Goods("C26", "Computers, electronics and optics", 11, "Office", "Communication", "Medical"),
        Goods("C27", "Electrical equipment", 11, "Electrical"),
        Goods("C28", "Machinery", 12, "Machinery n.e.c."),
        Goods("C29", "Motor vehicles", 13, "Auto"),
        Goods("C30", "Other transport equipment", 13, "Other Transport"),
        Goods("C31T33", "Furniture and other manufacturing", 14, "Other"),
        Goods("D", "Electricity, gas and steam", 15),
        Services("EF", "Water, waste and construction", 16, "E", "F"),
        Services("G", "Wholesale and retail trade", 17, "G"),
        Services("H", "Transport and storage", 18, "H49", "H50", "H51", "H52", "H53"),
        Services("I", "Accommodation and food services", 19, "I"),
        Services("J", "Information and communication", 20, "J58T60", "J61", "J62_63"),
        Services("KMN", "Finance, business and mining support services", 21, "B09", "K", "M", "N"),
        Services("LOT", "Real estate, public and personal services", 22, "L", "O", "P", "Q", "R", "S", "T"),
    ];

    /// <summary>WIOD 2013 industries of each common group: the finest that both classifications share.</summary>
    public static ImmutableArray<string[]> WiodGroups { get; } =
    [
        ["c1"], ["c2"], ["c3"], ["c4", "c5"], ["c6"], ["c7"], ["c8"], ["c9"], ["c10"], ["c11"], ["c12"], ["c14"],
        ["c13"], ["c15"], ["c16"], ["c17"],
        ["c18"], ["c19", "c20", "c21"], ["c23", "c24", "c25", "c26"], ["c22"], ["c27"], ["c28", "c30"],
        ["c29", "c31", "c32", "c33", "c34", "c35"],
    ];

    /// <summary>How many of <see cref="WiodGroups"/> are goods.</summary>
    public const int WiodGoods = 16;

    /// <summary>Position of wholesale and retail trade in <see cref="WiodGroups"/>.</summary>
    public const int WiodTradeMargins = 17;

    /// <summary>The baseline's sectors.</summary>
    public static ImmutableArray<Sector> Sectors { get; } = [.. Rows.Select(row => row.Sector)];

    /// <summary>How many sectors are goods; they come first.</summary>
    public static int GoodsCount { get; } = Sectors.Count(sector => !sector.IsService);

    /// <summary>Position of a sector by its code.</summary>
    public static int IndexOf(string code)
    {
        for (var j = 0; j < Sectors.Length; j++)
        {
            if (Sectors[j].Code == code)
            {
                return j;
            }
        }
        throw new ArgumentOutOfRangeException(nameof(code), code, "no such sector");
    }

    private static Row Goods(string code, string name, int wiod, params string[] caliendoParro) =>
        new(new(code, name, false), [code], wiod, caliendoParro);

    private static Row Services(string code, string name, int wiod, params string[] icio) =>
        new(new(code, name, true), icio, wiod, []);
}
