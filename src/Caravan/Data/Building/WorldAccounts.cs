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
    private readonly double[,] _exports;
    private readonly TariffSchedule _tariffs;
    private readonly ServicesMargins _margins;

    private WorldAccounts(
        World world, Cells services, double[,] exports, TariffSchedule tariffs, ServicesMargins margins)
    {
        (_world, _services, _exports, _tariffs, _margins) = (world, services, exports, tariffs, margins);
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
        var accounts = new WorldAccounts(world, services, exports, tariffs, margins);
        var goods = SectorTable.GoodsCount;
        var decay = behaviour.GoodsDecayBySector();
        var demand = accounts.ClosedDemand(technologies);
        var through = new double[goods, world.Count];
        var own = (double[,])exports.Clone();
        var last = new double[goods, world.Count];
        for (var round = 1; round <= Rounds; round++)
        {
            var imports = accounts.ImportComposition(demand, own, through, behaviour.HomeBias);
            (accounts.Goods, accounts.GoodsMisses) =
                GoodsTrade.Estimate(world.GoodsTrade, exports, imports, world.Distance, decay);
            accounts.CloseAll(technologies, behaviour.GoodsHomeShare);
            for (var n = 0; n < world.Count; n++)
            {
                var economy = accounts.Economies[n];
                var use = economy.DomesticUse();
                for (var j = 0; j < goods; j++)
                {
                    demand[j, n] = use[j];
                    through[j, n] = economy.Use[j] - use[j];
                    own[j, n] = Math.Max(exports[j, n] - economy.ReExports[j], 0);
                }
            }
            accounts.LastChange = Change(imports, last);
            last = imports;
            progress($"round {round}: {100 * accounts.LastChange:0.000} % of imports changed sector; "
                + $"composition missed by {100 * accounts.GoodsMisses.LayerByRow:0.000} % (exporters) and "
                + $"{100 * accounts.GoodsMisses.LayerByColumn:0.000} % (importers)");
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

    // Imports for own demand and imports that only pass through, fitted to world exports and each economy's total.
    private double[,] ImportComposition(double[,] demand, double[,] own, double[,] through, HomeBias bias)
    {
        var (goods, count) = (SectorTable.GoodsCount, _world.Count);
        var totals = _world.Imports();
        var (forUse, rest) = (new double[count], new double[goods]);
        for (var n = 0; n < count; n++)
        {
            forUse[n] = totals[n];
            for (var j = 0; j < goods; j++)
            {
                forUse[n] -= through[j, n];
            }
            // what passes through may not exceed what enters
            forUse[n] = Math.Max(forUse[n], 0.02 * totals[n]);
        }
        var imports = GoodsTrade.ImportsByDemand(demand, own, forUse, bias);
        var seed = new double[goods * count];
        for (var j = 0; j < goods; j++)
        {
            for (var n = 0; n < count; n++)
            {
                seed[j * count + n] = imports[j, n] + through[j, n];
                rest[j] += _exports[j, n];
            }
        }
        FitInto(seed, rest, totals);
        Buffer.BlockCopy(seed, 0, imports, 0, seed.Length * sizeof(double));
        return imports;
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

    private static double Change(double[,] now, double[,] before)
    {
        var (change, total) = (0.0, 0.0);
        for (var j = 0; j < now.GetLength(0); j++)
        {
            for (var n = 0; n < now.GetLength(1); n++)
            {
                change += 0.5 * Math.Abs(now[j, n] - before[j, n]);
                total += now[j, n];
            }
        }
        return change / total;
    }
}
