namespace Caravan.Data.Building;

/// <summary>The sources brought to the baseline's economies: the common ground of all steps. Million dollars.</summary>
internal sealed class World
{
    public required EconomyList List { get; init; }

    public int Count => List.Count;

    /// <summary>GDP of 2023 by economy.</summary>
    public required double[] Gdp { get; init; }

    public required double[] Population { get; init; }

    /// <summary>Goods trade between different economies [origin, destination]; zero on the diagonal.</summary>
    public required double[,] GoodsTrade { get; init; }

    /// <summary>Goods trade between members of one aggregate; it becomes part of own sales.</summary>
    public required double[] TradeWithin { get; init; }

    /// <summary>Distance in km between economies [origin, destination], GDP-weighted inside aggregates.</summary>
    public required double[,] Distance { get; init; }

    public required bool[,] Contiguous { get; init; }

    public required bool[,] CommonLanguage { get; init; }

    public double[] Exports() => [.. Enumerable.Range(0, Count).Select(i => Total(n => GoodsTrade[i, n]))];

    public double[] Imports() => [.. Enumerable.Range(0, Count).Select(n => Total(i => GoodsTrade[i, n]))];

    public static World Assemble(RawData raw, SourceFolder sources)
    {
        var list = EconomyList.Select(raw.GdpUsd, raw.Population, raw.Landlocked, sources);
        var count = list.Count;
        var (gdp, population, within) = (new double[count], new double[count], new double[count]);
        foreach (var (code, usd) in raw.GdpUsd)
        {
            gdp[list.IndexOfSource[code]] += usd / 1e6;
            population[list.IndexOfSource[code]] += raw.Population.GetValueOrDefault(code);
        }
        var trade = new double[count, count];
        foreach (var (exporter, importer, kusd) in raw.Flows)
        {
            if (!list.IndexOfSource.TryGetValue(exporter, out var i)
                || !list.IndexOfSource.TryGetValue(importer, out var n))
            {
                sources.Report(new("baci2023/trade_2023.csv.gz", 0, $"flow {exporter}-{importer} has no GDP"));
            }
            else if (i == n)
            {
                within[i] += kusd / 1e3;
            }
            else
            {
                trade[i, n] += kusd / 1e3;
            }
        }
        sources.ThrowIfAny();
        var world = new World
        {
            List = list,
            Gdp = gdp,
            Population = population,
            GoodsTrade = trade,
            TradeWithin = within,
            Distance = new double[count, count],
            Contiguous = new bool[count, count],
            CommonLanguage = new bool[count, count],
        };
        world.FillDistances(raw, sources);
        return world;
    }

    private void FillDistances(RawData raw, SourceFolder sources)
    {
        for (var i = 0; i < Count; i++)
        {
            for (var n = 0; n < Count; n++)
            {
                var (km, weight) = (0.0, 0.0);
                foreach (var origin in List.SourceCodes(i))
                {
                    foreach (var destination in List.SourceCodes(n))
                    {
                        // twins that the source still shows as one are its internal distance apart
                        if (!raw.Distance.TryGetValue((origin, destination), out var pair))
                        {
                            sources.Report(new(
                                "geodist/dist_cepii.csv.gz", 0, $"no distance from {origin} to {destination}"));
                            continue;
                        }
                        var w = raw.GdpUsd[origin] * raw.GdpUsd[destination];
                        km += w * pair.Km;
                        weight += w;
                        Contiguous[i, n] |= pair.Contiguous;
                        CommonLanguage[i, n] |= pair.Language;
                    }
                }
                Distance[i, n] = km / weight;
            }
        }
        sources.ThrowIfAny();
    }

    private double Total(Func<int, double> value)
    {
        var sum = 0.0;
        for (var n = 0; n < Count; n++)
        {
            sum += value(n);
        }
        return sum;
    }
}
