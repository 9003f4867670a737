namespace Caravan.Data.Building;

/// <summary>
/// Goods tariffs between economies. Within an agreement of the written table a fraction of the importer's
/// non-preferential rate remains, mostly none; the rate itself is such that the trade-weighted mean over all partners
/// equals the source's mean, less what goods in unrecorded transit do not pay.
/// </summary>
internal sealed class TariffSchedule
{
    /// <summary>Highest non-preferential rate, and highest multiple of the source's mean.</summary>
    public const double HighestRate = 0.25;
    public const double HighestMultiple = 2.5;

    private const string Union = "eu";

    /// <summary>Rate [origin, destination], a fraction; zero at home.</summary>
    public required double[,] Rate { get; init; }

    /// <summary>Trade-weighted mean rate wanted, by importer.</summary>
    public required double[] Mean { get; init; }

    /// <summary>True where the source has no figure and the mean of similar economies stands in.</summary>
    public required bool[] MeanAssumed { get; init; }

    /// <summary>Non-preferential rate by importer.</summary>
    public required double[] NonPreferential { get; init; }

    /// <summary>True where a bound kept the rate from reaching the wanted mean.</summary>
    public required bool[] Bounded { get; init; }

    public static TariffSchedule Build(
        World world, RawData raw, IReadOnlyList<EconomySet> sets, IReadOnlyList<double> unrecorded)
    {
        var count = world.Count;
        var union = sets.Single(set => set.Name == Union).Members
            .Select(code => world.List.IndexOfCode[code]).ToHashSet();
        var remaining = TradeAgreements.Remaining(world.List, sets);
        var (mean, assumed) = Means(world, raw);
        var imports = world.Imports();
        for (var n = 0; n < count; n++)
        {
            mean[n] *= 1 - Math.Min(1, (1 - EconomyAccounts.ReExportMargin) * unrecorded[n] / imports[n]);
        }
        var (nonPreferential, bounded) = (new double[count], new bool[count]);
        var rate = new double[count, count];
        for (var n = 0; n < count; n++)
        {
            // The union has one border: its members' rate follows from the union's imports from outside.
            var importers = union.Contains(n) ? union : [n];
            var (all, dutiable) = (0.0, 0.0);
            foreach (var importer in importers.Order())
            {
                for (var i = 0; i < count; i++)
                {
                    if (importers.Count == 1 || !union.Contains(i))
                    {
                        all += world.GoodsTrade[i, importer];
                        dutiable += world.GoodsTrade[i, importer] * remaining[i, importer];
                    }
                }
            }
            var wanted = dutiable > 0 ? mean[n] * all / dutiable : double.PositiveInfinity;
            var highest = Math.Max(mean[n], Math.Min(HighestRate, HighestMultiple * mean[n]));
            bounded[n] = mean[n] > 0 && wanted > highest;
            nonPreferential[n] = Math.Min(mean[n] > 0 ? wanted : 0, highest);
            for (var i = 0; i < count; i++)
            {
                rate[i, n] = i == n ? 0 : nonPreferential[n] * remaining[i, n];
            }
        }
        return new()
        {
            Rate = rate,
            Mean = mean,
            MeanAssumed = assumed,
            NonPreferential = nonPreferential,
            Bounded = bounded,
        };
    }

    // An economy without a figure takes the simple mean of its income group, within its region where there are three.
    private static (double[] Mean, bool[] Assumed) Means(World world, RawData raw)
    {
        var economies = world.List.Economies;
        var (mean, assumed) = (new double[world.Count], new bool[world.Count]);
        for (var n = 0; n < world.Count; n++)
        {
            if (raw.MeanTariff.TryGetValue(economies[n].Code, out mean[n]))
            {
                continue;
            }
            assumed[n] = true;
            var alike = economies.Where(other => raw.MeanTariff.ContainsKey(other.Code)
                && other.IncomeGroup == economies[n].IncomeGroup).ToArray();
            var near = alike.Where(other => other.Region == economies[n].Region).ToArray();
            mean[n] = (near.Length >= 3 ? near : alike).Average(other => raw.MeanTariff[other.Code]);
        }
        return (mean, assumed);
    }
}
