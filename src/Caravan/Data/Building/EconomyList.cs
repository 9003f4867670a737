using System.Collections.Immutable;

namespace Caravan.Data.Building;

/// <summary>
/// Which economies stand alone and which are pooled: alone where GDP is at least <see cref="SmallestGdpUsd"/>, where
/// the economy is core to the Belt and Road, or where the written table keeps it; the others join a named aggregate.
/// </summary>
internal sealed class EconomyList
{
    public const double SmallestGdpUsd = 10e9;

    private readonly Dictionary<string, int> _indexOfSource;

    private EconomyList(ImmutableArray<Economy> economies, Dictionary<string, int> indexOfSource)
    {
        Economies = economies;
        _indexOfSource = indexOfSource;
        IndexOfCode = economies.Select((economy, n) => (economy.Code, n)).ToDictionary(x => x.Code, x => x.n);
    }

    /// <summary>In alphabetical order of code.</summary>
    public ImmutableArray<Economy> Economies { get; }

    public int Count => Economies.Length;

    public IReadOnlyDictionary<string, int> IndexOfCode { get; }

    /// <summary>ISO codes of the source and the position of the economy that holds each.</summary>
    public IReadOnlyDictionary<string, int> IndexOfSource => _indexOfSource;

    /// <summary>ISO codes inside one economy: itself, or the aggregate's content.</summary>
    public ImmutableArray<string> SourceCodes(int n) =>
        Economies[n].Contains.IsEmpty ? [Economies[n].Code] : Economies[n].Contains;

    /// <summary>Selects from the written table by GDP.</summary>
    public static EconomyList Select(
        IReadOnlyDictionary<string, double> gdpUsd,
        IReadOnlyDictionary<string, double> population,
        IReadOnlyDictionary<string, bool> landlocked,
        SourceFolder sources)
    {
        var single = new List<Economy>();
        var pooled = new SortedDictionary<string, List<string>>(StringComparer.Ordinal);
        var named = new Dictionary<string, Economy>();
        var homes = new Dictionary<string, string>();
        foreach (var row in BuildingTable.Rows("economies.csv", "code", "name", "region", "core", "keep", "aggregate"))
        {
            var code = row.Text("code");
            var economy = new Economy(code, row.Text("name"))
            {
                Region = row.Text("region"),
                BeltAndRoadCore = row.Text("core") == "1",
                Landlocked = landlocked.GetValueOrDefault(code),
            };
            named[code] = economy;
            if (!gdpUsd.TryGetValue(code, out var gdp))
            {
                continue;
            }
            var aggregate = row.Text("aggregate");
            if (gdp >= SmallestGdpUsd || economy.BeltAndRoadCore || row.Text("keep") == "1" || aggregate.Length == 0)
            {
                single.Add(economy);
                homes[code] = code;
            }
            else
            {
                homes[code] = aggregate;
                pooled.TryAdd(aggregate, []);
                pooled[aggregate].Add(code);
            }
        }
        foreach (var code in gdpUsd.Keys.Where(code => !homes.ContainsKey(code)).Order(StringComparer.Ordinal))
        {
            sources.Report(new("baci2023/countries_gdp.csv", 0, $"economy {code} is not in the table of economies",
                "add it to economies.csv"));
        }
        sources.ThrowIfAny();
        var all = single
            .Concat(pooled.Select(x => named[x.Key] with { Contains = [.. x.Value.Order(StringComparer.Ordinal)] }))
            .OrderBy(economy => economy.Code, StringComparer.Ordinal)
            .Select(economy => economy with { IncomeGroup = Income(economy, gdpUsd, population) })
            .ToImmutableArray();
        var position = all.Select((economy, n) => (economy.Code, n)).ToDictionary(x => x.Code, x => x.n);
        return new(all, homes.ToDictionary(x => x.Key, x => position[x.Value]));
    }

    /// <summary>
    /// World Bank thresholds for fiscal year 2025 (gross national income a head in 2023, Atlas method: 1,145, 4,515
    /// and 14,005 dollars) applied to GDP a head, because the sources have no national income for 2023.
    /// </summary>
    public static string IncomeGroupOf(double gdpPerHeadUsd) => gdpPerHeadUsd switch
    {
        <= 1_145 => "low",
        <= 4_515 => "lower-middle",
        <= 14_005 => "upper-middle",
        _ => "high",
    };

    private static string Income(
        Economy economy, IReadOnlyDictionary<string, double> gdpUsd, IReadOnlyDictionary<string, double> population)
    {
        var codes = economy.Contains.IsEmpty ? [economy.Code] : economy.Contains;
        var people = codes.Sum(code => population.GetValueOrDefault(code));
        return people > 0 ? IncomeGroupOf(codes.Sum(code => gdpUsd[code]) / people) : "";
    }
}
