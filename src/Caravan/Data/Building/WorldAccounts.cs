using static Caravan.Numerics.IterativeProportionalFitting;

namespace Caravan.Data.Building;

/// <summary>
/// Trade by sector and the accounts of every economy, found together: importers' composition follows from the demand
/// in their accounts, and the accounts follow from trade. A few rounds from closed-economy demand settle it.
/// </summary>
internal sealed class WorldAccounts
{
    private const int Rounds = 6;

    private readonly World _world;
    private readonly Cells _services;
    private readonly TariffSchedule _tariffs;
    private readonly ServicesMargins _margins;

    private WorldAccounts(World world, Cells services, TariffSchedule tariffs, ServicesMargins margins)
    {
        (_world, _services, _tariffs, _margins) = (world, services, tariffs, margins);
        Goods = new Cells(0, 0, 0);
        Economies = [];
    }

    /// <summary>Goods sales between economies [sector, origin, destination].</summary>
    public Cells Goods { get; private set; }

    /// <summary>How well goods trade meets the exporters' and importers' composition.</summary>
    public Misses GoodsMisses { get; private set; }

    /// <summary>Closed accounts by economy.</summary>
    public EconomyAccounts[] Economies { get; private set; }

    /// <summary>Part of world imports that changed sector between the last two rounds.</summary>
    public double LastChange { get; private set; }

    /// <summary>Deficit of each economy: imports minus exports of goods and services, net of tariff.</summary>
    public double[] Deficit { get; private set; } = [];

    /// <summary>Tariff revenue of each economy.</summary>
    public double[] TariffRevenue { get; private set; } = [];

    public static WorldAccounts Settle(
        World world, Technology[] technologies, double[,] exports, TradeBehaviour behaviour, Cells services,
        TariffSchedule tariffs, ServicesMargins margins, Action<string> progress)
    {
        var accounts = new WorldAccounts(world, services, tariffs, margins);
        var goods = SectorTable.GoodsCount;
        var detail = behaviour.GoodsBySector();
        var demand = accounts.ClosedDemand(technologies);
        for (var round = 1; round <= Rounds; round++)
        {
            var last = accounts.Goods.Values;
            (accounts.Goods, accounts.GoodsMisses) =
                GoodsTrade.Estimate(world.GoodsTrade, exports, demand, world.Distance, detail);
            accounts.CloseAll(technologies, behaviour.GoodsHomeShare);
            for (var n = 0; n < world.Count; n++)
            {
                for (var j = 0; j < SectorTable.GoodsCount; j++)
                {
                    demand[j, n] = accounts.Economies[n].Use[j];
                }
            }
            accounts.LastChange = Change(accounts.Goods.Values, last);
            progress($"round {round}: {100 * accounts.LastChange:0.000} % of goods trade changed sector; exporters' "
                + $"composition missed by {100 * accounts.GoodsMisses.LayerByRow:0.0000000} %");
        }
        return accounts;
    }

    /// <summary>Sales from one economy to another in one sector, goods or services.</summary>
    public double Sales(int sector, int origin, int destination) => sector < SectorTable.GoodsCount
        ? Goods[sector, origin, destination]
        : _services[sector - SectorTable.GoodsCount, origin, destination];

    private double[,] ClosedDemand(Technology[] technologies)
    {
        var demand = new double[SectorTable.GoodsCount, _world.Count];
        for (var n = 0; n < _world.Count; n++)
        {
            var output = technologies[n].ClosedOutput();
            for (var j = 0; j < SectorTable.GoodsCount; j++)
            {
                demand[j, n] = output[j] * _world.Gdp[n];
            }
        }
        return demand;
    }

    private void CloseAll(Technology[] technologies, GoodsHomeShare homeShare)
    {
        var (sectors, count) = (SectorTable.Sectors.Length, _world.Count);
        Economies = new EconomyAccounts[count];
        Deficit = new double[count];
        TariffRevenue = new double[count];
        for (var n = 0; n < count; n++)
        {
            var (exports, imports, withTariff) = (new double[sectors], new double[sectors], new double[sectors]);
            for (var j = 0; j < sectors; j++)
            {
                for (var i = 0; i < count; i++)
                {
                    var value = Sales(j, i, n);
                    exports[j] += Sales(j, n, i);
                    imports[j] += value;
                    withTariff[j] += value * (j < SectorTable.GoodsCount ? 1 + _tariffs.Rate[i, n] : 1);
                }
            }
            Deficit[n] = imports.Sum() - exports.Sum();
            TariffRevenue[n] = withTariff.Sum() - imports.Sum();
            var goodsImports = imports.Take(SectorTable.GoodsCount).Sum();
            Economies[n] = EconomyAccounts.Close(new()
            {
                Code = _world.List.Economies[n].Code,
                Technology = technologies[n],
                Income = _world.Gdp[n] + Deficit[n],
                Exports = exports,
                ImportsWithTariff = withTariff,
                UnrecordedReExports = _margins.UnrecordedReExports[n],
                ImportMix = [.. imports.Select((value, j) => j < SectorTable.GoodsCount ? value / goodsImports : 0)],
                LowestGoodsHomeShare = homeShare.Lowest(_world.Gdp[n] / _world.Gdp.Sum()),
            });
        }
    }

    private static double Change(double[] now, double[] before)
    {
        if (before.Length == 0)
        {
            return 1;
        }
        var (change, total) = (0.0, 0.0);
        for (var cell = 0; cell < now.Length; cell++)
        {
            change += 0.5 * Math.Abs(now[cell] - before[cell]);
            total += now[cell];
        }
        return change / total;
    }
}
