using System.Collections.Immutable;
using Caravan.Data.Loading;
using Caravan.Numerics;

namespace Caravan.Data;

/// <summary>
/// A picture of the world economy in one year from which every change is computed. Values are million dollars a year.
/// N economies and J sectors in the order of <see cref="Economies"/> and <see cref="Sectors"/>.
/// </summary>
public sealed class Baseline
{
    /// <summary>Word that selects the baseline, such as <c>world-2023</c>.</summary>
    public required string Name { get; init; }

    /// <summary>One line that says what the baseline is.</summary>
    public string Title { get; init; } = "";

    /// <summary>Year that the values describe.</summary>
    public int Year { get; init; }

    /// <summary>Sources, one line each: what, publisher, vintage, licence.</summary>
    public ImmutableArray<string> Sources { get; init; } = [];

    /// <summary>The N economies, in alphabetical order of code.</summary>
    public required ImmutableArray<Economy> Economies { get; init; }

    /// <summary>The J sectors.</summary>
    public required ImmutableArray<Sector> Sectors { get; init; }

    /// <summary>Named sets of economies; may be empty.</summary>
    public ImmutableArray<EconomySet> Sets { get; init; } = [];

    /// <summary>Sales [sector, origin, destination], own-economy sales included, net of tariff; zero or more.</summary>
    public required Cube<double> Trade { get; init; }

    /// <summary>Ad-valorem tariffs [sector, origin, destination] as fractions, zero at home.</summary>
    public required Cube<double> TariffRate { get; init; }

    /// <summary>True for each cell of <see cref="Trade"/> that is an estimate and not an observed figure.</summary>
    public required Cube<bool> Estimated { get; init; }

    /// <summary>
    /// Cost shares [economy, input, sector]: what part of a sector's cost goes to each input, from home and abroad.
    /// With <see cref="ValueAddedShare"/> they sum to one for each economy and sector.
    /// </summary>
    public required Cube<double> InputShare { get; init; }

    /// <summary>Value added as a share of a sector's cost [economy, sector], between 0 and 1.</summary>
    public required Matrix<double> ValueAddedShare { get; init; }

    /// <summary>Shares of final spending [economy, sector]; each economy's sum to one.</summary>
    public required Matrix<double> FinalShare { get; init; }

    /// <summary>Value added of each economy, before tariff revenue.</summary>
    public required ImmutableArray<double> ValueAdded { get; init; }

    /// <summary>Imports minus exports of each economy, both net of tariff; they sum to zero over the world.</summary>
    public required ImmutableArray<double> Deficit { get; init; }

    /// <summary>Gross domestic product as published, for reference and for scaling results.</summary>
    public required ImmutableArray<double> Gdp { get; init; }

    /// <summary>Inhabitants of each economy; zero where unknown.</summary>
    public required ImmutableArray<double> Population { get; init; }

    /// <summary>Elasticity sets; the first is the default.</summary>
    public required ImmutableArray<ElasticitySet> Elasticities { get; init; }

    /// <summary>
    /// SHA-256 over everything the baseline holds, 64 lower-case hexadecimal digits; computed at the first call unless
    /// the file that the baseline was read from has been verified against it.
    /// </summary>
    public string ContentHash { get => field ??= BaselineContent.Hash(this); internal init; }

    /// <summary>
    /// What the loader found that does not prevent use, such as data that are no equilibrium, with file and line; no
    /// part of the content. Empty for what was not loaded from outside.
    /// </summary>
    public ImmutableArray<InputIssue> Warnings { get; internal set; } = [];

    /// <summary>Position of an economy by code, or -1.</summary>
    public int IndexOfEconomy(string code)
    {
        for (var n = 0; n < Economies.Length; n++)
        {
            if (string.Equals(Economies[n].Code, code, StringComparison.OrdinalIgnoreCase))
            {
                return n;
            }
        }
        return -1;
    }

    /// <summary>Position of a sector by code, or -1.</summary>
    public int IndexOfSector(string code)
    {
        for (var j = 0; j < Sectors.Length; j++)
        {
            if (string.Equals(Sectors[j].Code, code, StringComparison.OrdinalIgnoreCase))
            {
                return j;
            }
        }
        return -1;
    }

    /// <summary>Elasticity set by name, or null; an empty name gives the default.</summary>
    public ElasticitySet? FindElasticities(string name) =>
        name.Length == 0
            ? Elasticities[0]
            : Elasticities.FirstOrDefault(set => string.Equals(set.Name, name, StringComparison.OrdinalIgnoreCase));
}
