using Caravan.Data;
using Caravan.Numerics;

namespace Caravan.Tests;

/// <summary>
/// A world of three invented economies and two sectors with round numbers, in exact equilibrium. Aland is small,
/// landlocked and protected; Borland is large; Cesia trades freely with Borland and has most of its trade estimated.
/// </summary>
internal static class TinyWorld
{
    // [sector, origin, destination], million dollars net of tariff
    private static readonly double[] s_trade =
    [
        100, 20, 10,
        30, 400, 40,
        15, 50, 200,

        120, 5, 5,
        10, 700, 20,
        5, 15, 300,
    ];

    private static readonly double[] s_tariff =
    [
        0, 0.05, 0.02,
        0.10, 0, 0,
        0.10, 0, 0,

        0, 0, 0,
        0, 0, 0,
        0, 0, 0,
    ];

    // [economy, sector]
    private static readonly double[] s_valueAddedShare = [0.5, 0.7, 0.4, 0.6, 0.4, 0.6];

    // [economy, input, sector]; with the shares above they sum to one
    private static readonly double[] s_inputShare =
    [
        0.3, 0.1,
        0.2, 0.2,

        0.4, 0.15,
        0.2, 0.25,

        0.4, 0.15,
        0.2, 0.25,
    ];

    /// <summary>
    /// The world, made anew so that no test can spoil another's. The changes are made to the numbers before value
    /// added, deficits and final shares are computed from them, so the world stays in equilibrium.
    /// </summary>
    public static Baseline Create(
        Action<double[]>? trade = null, Action<double[]>? tariff = null, Action<double[]>? valueAddedShare = null,
        Action<double[]>? inputShare = null) => EquilibriumWorld.Complete(
        new Cube<double>(2, 3, 3, Changed(s_trade, trade)),
        new Cube<double>(2, 3, 3, Changed(s_tariff, tariff)),
        new Matrix<double>(3, 2, Changed(s_valueAddedShare, valueAddedShare)),
        new Cube<double>(3, 2, 2, Changed(s_inputShare, inputShare)),
        (valueAdded, deficit, finalShare, net, rates, gamma, inputs) => new Baseline
        {
            Name = "tiny",
            Title = "Three invented economies, two sectors",
            Year = 2023,
            Sources = ["Invented for tests, 2026, public domain", "A second source, with a comma"],
            Economies =
            [
                new Economy("AAA", "Aland")
                {
                    Region = "Inner Sea", IncomeGroup = "lower-middle", Landlocked = true, BeltAndRoadCore = true,
                    ProductionNote = "proxy: Borland",
                },
                new Economy("BBB", "Borland") { Region = "Outer Sea", IncomeGroup = "high" },
                new Economy("CCC", "Cesia, rest of")
                {
                    Region = "Inner Sea", IncomeGroup = "upper-middle", BeltAndRoadCore = true,
                    Contains = ["CCD", "CCE"],
                },
            ],
            Sectors = [new Sector("GDS", "Goods", false), new Sector("SRV", "Services", true)],
            Sets =
            [
                new EconomySet("free-trade", "Borland and Cesia free trade area", ["BBB", "CCC"], "Invented, 2020"),
                new EconomySet("inner", "Inner Sea, all of it", ["AAA", "CCC"], "Invented, 2021"),
            ],
            Trade = net,
            TariffRate = rates,
            Estimated = new Cube<bool>(2, 3, 3,
            [
                true, false, false, false, true, false, true, true, true,
                true, true, true, true, true, true, true, true, true,
            ]),
            InputShare = inputs,
            ValueAddedShare = gamma,
            FinalShare = finalShare,
            ValueAdded = valueAdded,
            Deficit = deficit,
            Gdp = [180, 720, 330],
            Population = [2_000_000, 10_000_000, 0],
            Elasticities =
            [
                new ElasticitySet("default", [4.5, 6.25], [0.5, 0], ["Invented, 2019", "assumed"]),
                new ElasticitySet("uniform", [4.55, 4.55], [0.35, 0.35], ["one value for all", "one value for all"]),
            ],
        });

    private static double[] Changed(double[] values, Action<double[]>? change)
    {
        double[] copy = [.. values];
        change?.Invoke(copy);
        return copy;
    }
}
