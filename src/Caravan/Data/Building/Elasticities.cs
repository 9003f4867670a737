using System.Collections.Immutable;
using System.Globalization;
using Caravan.Numerics;

namespace Caravan.Data.Building;

/// <summary>The elasticity sets: <c>shrunk</c> (default), <c>cp2015</c>, <c>uniform</c>.</summary>
internal static class Elasticities
{
    /// <summary>
    /// Trade elasticity of services: the value that Costinot and Rodríguez-Clare (2014, Handbook of International
    /// Economics 4) assume where none is estimated.
    /// </summary>
    public const double ServicesTheta = 5;

    private const string Aggregate = "Aggregate";
    private const string Table = "Caliendo and Parro (2015), table 1, full sample";

    /// <summary>The sets and the spread tau of the shrinkage.</summary>
    public static (ImmutableArray<ElasticitySet> Sets, double Tau) Build(RawData raw)
    {
        var (centre, centreError) = raw.CaliendoParro[Aggregate];
        var names = raw.CaliendoParro.Keys.Where(name => name != Aggregate).ToArray();
        var shrinkage = LognormalShrinkage.Fit(
            [.. names.Select(name => raw.CaliendoParro[name].Theta)],
            [.. names.Select(name => raw.CaliendoParro[name].Error)], centre);
        var shrunk = names.Select((name, a) => (name, (shrinkage.Values[a], shrinkage.StandardErrors[a])))
            .ToDictionary(x => x.name, x => x.Item2);
        var tau = shrinkage.Tau.ToString("0.000", CultureInfo.InvariantCulture);
        return (
        [
            Set("shrunk", shrunk, centre, centreError,
                name => $"{Table}: {name}, shrunk towards {centre:0.##} (lognormal prior, spread {tau})"),
            Set("cp2015", raw.CaliendoParro, centre, centreError, name => $"{Table}: {name}"),
            Uniform(centre, centreError),
        ], shrinkage.Tau);
    }

    private static ElasticitySet Set(
        string name, IReadOnlyDictionary<string, (double Theta, double Error)> values, double centre,
        double centreError, Func<string, string> source)
    {
        var rows = SectorTable.Rows.Select(row => row switch
        {
            { Sector.IsService: true } => new Value(ServicesTheta, 0,
                "Assumed: Costinot and Rodríguez-Clare (2014) for sectors without an estimate"),
            { CaliendoParro.Length: 0 } => new(centre, centreError, $"{Table}: {Aggregate}"),
            _ => Pool(row.CaliendoParro, values, source),
        }).ToArray();
        return new(name, [.. rows.Select(row => row.Theta)], [.. rows.Select(row => row.Error)],
            [.. rows.Select(row => row.Source)]);
    }

    private static ElasticitySet Uniform(double centre, double centreError) => new(
        "uniform",
        [.. SectorTable.Rows.Select(_ => centre)],
        [.. SectorTable.Rows.Select(_ => centreError)],
        [.. SectorTable.Rows.Select(row => row.Sector.IsService
            ? $"Assumed equal to goods; {Table}: {Aggregate}" : $"{Table}: {Aggregate}")]);

    // A sector that spans several of the table's takes their mean weighted by precision.
    private static Value Pool(
        string[] names, IReadOnlyDictionary<string, (double Theta, double Error)> values, Func<string, string> source)
    {
        var precision = names.Sum(name => 1 / Math.Pow(values[name].Error, 2));
        var theta = names.Sum(name => values[name].Theta / Math.Pow(values[name].Error, 2)) / precision;
        return new(theta, Math.Sqrt(1 / precision), source(string.Join(" + ", names)));
    }

    private readonly record struct Value(double Theta, double Error, string Source);
}
