using System.Collections.Immutable;
using System.Globalization;

namespace Caravan.Data;

/// <summary>Checks that the numbers of a baseline can be used and that they add up.</summary>
public static class BaselineCheck
{
    /// <summary>Largest relative violation of a share sum or an adding-up identity that passes.</summary>
    public const double Tolerance = 1e-6;

    /// <summary>Tariff rates above this are taken for percentages written where fractions belong.</summary>
    public const double HighestTariffRate = 10;

    /// <summary>
    /// Input shares from here to zero pass with a warning: published tables have a few, left by by-products and
    /// changes of stocks, and the data of Caliendo and Parro (2015) are among them.
    /// </summary>
    public const double LowestInputShare = -0.01;

    // a hundred times the world of 2023
    private const double LargestWorldMusd = 1e10;

    /// <summary>
    /// Everything that is wrong with a baseline: errors of sign, range and share sums, warnings for adding-up
    /// identities, and the largest violation of each identity. The baseline's arrays must have the shapes it documents.
    /// </summary>
    public static BaselineReport Check(Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        var names = new CellNames(baseline);
        var errors = new FindingList(names);
        CheckCells(baseline, errors);
        if (!errors.IsEmpty)
        {
            // sums over bad cells would only repeat what is known
            return new BaselineReport { Errors = errors.ToImmutable(), Warnings = [], Identities = [] };
        }
        var warnings = new FindingList(names);
        WarnOfUnits(baseline, warnings);
        var identities = BaselineIdentities.Measure(baseline, names, errors, warnings);
        return new BaselineReport
        {
            Errors = errors.ToImmutable(),
            Warnings = warnings.ToImmutable(),
            Identities = identities,
        };
    }

    // Numbers that can be used and yet look as if they had another unit or sign than the columns have.
    private static void WarnOfUnits(Baseline baseline, FindingList warnings)
    {
        warnings.Cells(BaselineTable.Inputs, "share", baseline.InputShare.Values, share => share < 0,
            "zero or more", "it is used as it stands");
        var (taxed, sum, first) = (0, 0.0, -1);
        for (var cell = 0; cell < baseline.TariffRate.Values.Length; cell++)
        {
            if (baseline.TariffRate.Values[cell] is var rate and > 0)
            {
                (taxed, sum, first) = (taxed + 1, sum + rate, first < 0 ? cell : first);
            }
        }
        if (taxed > 0 && sum / taxed >= 1)
        {
            warnings.Add(BaselineTable.Trade, first, string.Create(CultureInfo.InvariantCulture,
                $"tariffs are {100 * sum / taxed:0} % on average"), "fractions are expected: 0.12 for 12 %");
        }
        for (var set = 0; set < baseline.Elasticities.Length; set++)
        {
            if (baseline.Elasticities[set].Theta.All(theta => theta < 1))
            {
                warnings.Add(BaselineTable.Elasticities, set * baseline.Sectors.Length,
                    $"every elasticity in set {baseline.Elasticities[set].Name} is below one",
                    "theta is expected, not 1 / theta");
            }
        }
        if (baseline.ValueAdded.Sum() is var world and > LargestWorldMusd)
        {
            warnings.Add(BaselineTable.Macro, 0, string.Create(CultureInfo.InvariantCulture,
                $"value added of all economies is {world:0.#e+0} million dollars"),
                "results call it million dollars: is it dollars?");
        }
    }

    /// <summary>Errors of labels, sign and range in single cells that are not to be skipped.</summary>
    internal static ImmutableArray<BaselineFinding> CheckCells(Baseline baseline, Func<BaselineTable, int, bool> skip)
    {
        var errors = new FindingList(new CellNames(baseline), skip);
        CheckCells(baseline, errors);
        return errors.ToImmutable();
    }

    private static void CheckLabels(Baseline baseline, FindingList errors)
    {
        if (baseline.Economies.IsEmpty || baseline.Sectors.IsEmpty || baseline.Elasticities.IsEmpty)
        {
            errors.Add(BaselineTable.Economies, 0, "economies, sectors and elasticities must not be empty");
        }
        var codes = baseline.Economies.Select(economy => economy.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < baseline.Sets.Length; at++)
        {
            foreach (var member in baseline.Sets[at].Members.Where(member => !codes.Contains(member)))
            {
                var nearest = NearestWord.Find(member, codes);
                errors.Add(BaselineTable.Sets, at, $"set {baseline.Sets[at].Name} names the unknown economy {member}",
                    nearest is null ? "" : $"did you mean {nearest}?");
            }
        }
    }

    private static void CheckCells(Baseline baseline, FindingList errors)
    {
        CheckLabels(baseline, errors);
        const string Zero = "zero or more";
        static bool Negative(double value) => value < 0;
        static bool OutsideUnit(double value) => value is < 0 or > 1;
        errors.Cells(BaselineTable.Trade, "value_musd", baseline.Trade.Values, Negative, Zero);
        errors.Cells(BaselineTable.Trade, "tariff_rate", baseline.TariffRate.Values,
            rate => rate is <= -1 or > HighestTariffRate, "more than -1 and at most 10",
            "give a fraction: 0.12 for 12 %");
        errors.Cells(BaselineTable.Inputs, "share", baseline.InputShare.Values,
            share => share is < LowestInputShare or > 1, "between 0 and 1");
        errors.Cells(BaselineTable.Production, "value_added_share", baseline.ValueAddedShare.Values, OutsideUnit,
            "between 0 and 1");
        errors.Cells(BaselineTable.Production, "final_share", baseline.FinalShare.Values, OutsideUnit,
            "between 0 and 1");
        errors.Cells(BaselineTable.Macro, "value_added_musd", baseline.ValueAdded.AsSpan(), value => value <= 0,
            "more than zero");
        errors.Cells(BaselineTable.Macro, "deficit_musd", baseline.Deficit.AsSpan(), _ => false, "a finite number");
        errors.Cells(BaselineTable.Macro, "gdp_musd", baseline.Gdp.AsSpan(), Negative, Zero);
        errors.Cells(BaselineTable.Macro, "population", baseline.Population.AsSpan(), Negative, Zero);
        errors.Cells(BaselineTable.Elasticities, "theta", [.. baseline.Elasticities.SelectMany(set => set.Theta)],
            theta => theta <= 0, "more than zero");
        errors.Cells(BaselineTable.Elasticities, "standard_error",
            [.. baseline.Elasticities.SelectMany(set => set.StandardError)], Negative, Zero);
        CheckHomeTariffs(baseline, errors);
    }

    private static void CheckHomeTariffs(Baseline baseline, FindingList errors)
    {
        var count = baseline.Economies.Length;
        var home = new List<int>();
        for (var cell = 0; cell < baseline.TariffRate.Values.Length; cell++)
        {
            if (cell / count % count == cell % count && baseline.TariffRate.Values[cell] is var rate and not 0
                && double.IsFinite(rate))
            {
                home.Add(cell);
            }
        }
        if (home.Count > 0)
        {
            var first = baseline.TariffRate.Values[home[0]].ToString(CultureInfo.InvariantCulture);
            errors.Add(BaselineTable.Trade, home[0], $"tariff_rate is {first} for own sales; zero is expected", "",
                home.Count);
        }
    }
}
