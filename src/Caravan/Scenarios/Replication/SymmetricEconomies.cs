using Caravan.Data;
using Caravan.Numerics;
using Caravan.Trade;

namespace Caravan.Scenarios.Replication;

/// <summary>Two economies alike in everything: every change has a closed form because wages stay equal.</summary>
internal static class SymmetricEconomies
{
    public const string Title = "Two symmetric economies: closed forms for icebergs and tariffs";

    private const double Theta = 5;
    private const double HomeShare = 0.8;
    private const double Tolerance = 1e-10;

    public static ReplicationResult Run()
    {
        var model = new TradeModel(World(), ModelVariant.OneSector);
        return new ReplicationResult
        {
            Name = "symmetric",
            Title = Title,
            Note = $"Each sells {HomeShare:P0} at home; theta is {Theta}. With home share h, cost change k of foreign "
                + "goods and tariff t: P^ = (h + (1 - h) k^-theta)^(-1/theta), m' = (1 - h) (k / P^)^-theta, "
                + "real income = 1 / (1 - m' t / (1 + t)) / P^.",
            Rows =
            [
                Iceberg(model, 0.9), Iceberg(model, 0.5), Iceberg(model, 2), Tariff(model, 0.1), Tariff(model, 0.5),
                Tariff(model, 3),
            ],
        };
    }

    private static ReplicationRow Iceberg(TradeModel model, double change)
    {
        var shock = new TradeShock { TradeCost = new TradeCostChange(Foreign(1, change)) };
        return Row(model, shock, $"foreign iceberg cost x {change}", Price(change));
    }

    private static ReplicationRow Tariff(TradeModel model, double tariff)
    {
        var price = Price(1 + tariff);
        var importShare = (1 - HomeShare) * Math.Pow((1 + tariff) / price, -Theta);
        var shock = new TradeShock { TariffRateNew = Foreign(0, tariff) };
        return Row(model, shock, $"both set a tariff of {tariff:P0}", (1 - importShare * tariff / (1 + tariff)) * price);
    }

    private static ReplicationRow Row(TradeModel model, TradeShock shock, string item, double inverseRealIncome)
    {
        var outcome = model.Solve(shock, new SolveOptions { Tolerance = 1e-12 });
        return new ReplicationRow(
            "real income ratio", item, 1 / inverseRealIncome, outcome.Measures.RealIncomeHat[0], Tolerance, 12);
    }

    private static double Price(double change) =>
        Math.Pow(HomeShare + (1 - HomeShare) * Math.Pow(change, -Theta), -1 / Theta);

    private static Cube<double> Foreign(double home, double foreign) => new(1, 2, 2, [home, foreign, foreign, home]);

    private static Baseline World() => new()
    {
        Name = "symmetric",
        Economies = [new Economy("ONE", "One"), new Economy("TWO", "Two")],
        Sectors = [new Sector("ALL", "All sectors", IsService: false)],
        Trade = new Cube<double>(1, 2, 2, [HomeShare, 1 - HomeShare, 1 - HomeShare, HomeShare]),
        TariffRate = new Cube<double>(1, 2, 2),
        Estimated = new Cube<bool>(1, 2, 2),
        InputShare = new Cube<double>(2, 1, 1),
        ValueAddedShare = new Matrix<double>(2, 1, [1, 1]),
        FinalShare = new Matrix<double>(2, 1, [1, 1]),
        ValueAdded = [1, 1],
        Deficit = [0, 0],
        Gdp = [1, 1],
        Population = [0, 0],
        Elasticities = [new ElasticitySet("given", [Theta], [0], ["assumed"])],
    };
}
