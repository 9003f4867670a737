using static Caravan.Numerics.IterativeProportionalFitting;

namespace Caravan.Data.Building;

/// <summary>
/// Trade by sector and the accounts of every economy, found together: importers' composition follows from the demand
/// in their accounts, and the accounts follow from trade. A few rounds from closed-economy demand settle it.
/// </summary>
internal sealed class WorldAccounts
{
    private const int Rounds = 8;

    // Open ship registries: ships enter their imports though another economy runs them, so their demand for transport
    // equipment counts as large as all their demand for goods.
    private static readonly string[] s_shipRegistries = ["BHS", "LBR", "MHL", "PAN"];

    // The least part of imports of a sector that goes through where goods are in unrecorded transit.
    private const double LeastTransitPart = 0.05;

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
        var advantage = TradeDetail.Advantage(exports);
        var ownDemand = accounts.ClosedDemand(technologies);
        var demand = (double[,])ownDemand.Clone();
        accounts.AddShips(demand);
        for (var round = 1; round <= Rounds; round++)
        {
            var last = accounts.Goods.Values;
            (accounts.Goods, accounts.GoodsMisses) =
                GoodsTrade.Estimate(
                world.GoodsTrade, exports, demand, advantage, world.Distance, detail);
            accounts.CloseAll(technologies, behaviour, ownDemand);
            for (var n = 0; n < world.Count; n++)
            {
                var (own, transit) = (accounts.Economies[n].OwnDemand(), accounts.Economies[n].Transit());
                for (var j = 0; j < SectorTable.GoodsCount; j++)
                {
                    demand[j, n] = own[j] + transit[j];
                    ownDemand[j, n] = own[j];
                }
            }
            accounts.AddShips(demand);
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

    private void CloseAll(Technology[] technologies, TradeBehaviour behaviour, double[,] ownDemand)
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
            Economies[n] = EconomyAccounts.Close(new()
            {
                Code = _world.List.Economies[n].Code,
                Technology = technologies[n],
                Income = _world.Gdp[n] + Deficit[n],
                Exports = exports,
                ImportsWithTariff = withTariff,
                UnrecordedReExports = _margins.UnrecordedReExports[n],
                ImportMix = TransitMix(withTariff, n, ownDemand),
                LowestHomeShare = behaviour.HomeShareFloor,
                LowestGoodsHomeShare = behaviour.GoodsHomeShare.Lowest(_world.Gdp[n] / _world.Gdp.Sum()),
            });
        }
    }

    // What passes through unrecorded is what enters beyond the economy's own demand.
    private static double[] TransitMix(double[] imports, int n, double[,] ownDemand)
    {
        var mix = new double[imports.Length];
        for (var j = 0; j < SectorTable.GoodsCount; j++)
        {
            mix[j] = Math.Max(LeastTransitPart * imports[j], imports[j] - ownDemand[j, n]);
        }
        var total = mix.Sum();
        return [.. mix.Select(value => value / total)];
    }

    private void AddShips(double[,] demand)
    {
        var ships = SectorTable.IndexOf("C30");
        for (var n = 0; n < _world.Count; n++)
        {
            if (_world.List.SourceCodes(n).Any(s_shipRegistries.Contains))
            {
                demand[ships, n] = Enumerable.Range(0, SectorTable.GoodsCount).Sum(j => demand[j, n]);
            }
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
