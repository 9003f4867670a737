using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Numerics;

namespace Caravan.Network;

/// <summary>Door-to-door time and money between economies: means over pairs of cities weighted by inhabitants.</summary>
public sealed class EconomyTravel
{
    /// <summary>Averages a matrix over cities to the economies of a baseline, aggregates included.</summary>
    public static EconomyTravel Of(TravelMatrix travel, ImmutableArray<Economy> economies) =>
        throw new NotImplementedException();

    /// <summary>Days [origin, destination], own economy included; infinity where there is no way.</summary>
    public required Matrix<double> Days { get; init; }

    /// <summary>Dollars per TEU [origin, destination]; infinity where there is no way.</summary>
    public required Matrix<double> UsdPerTeu { get; init; }

    /// <summary>
    /// The change in trade cost from one state of the network to another:
    /// d^ = (1 + f_j u' + v_j T') / (1 + f_j u + v_j T), with u dollars over their mean in trade between economies, f_j the
    /// sector's freight share, v_j its value of a day; services keep their cost. Where the new network has no way left,
    /// d^ is <see cref="CutOff"/>.
    /// </summary>
    public static TradeCostChange Change(
        EconomyTravel before, EconomyTravel after, Baseline baseline, ImmutableArray<SectorTime> sectors) =>
        throw new NotImplementedException();

    /// <summary>The iceberg factor for pairs that a closed link has cut off: delivery at ten times the cost.</summary>
    public const double CutOff = 10;

    /// <summary>Cities that stand for each economy: the largest ones, at most a number that grows with size.</summary>
    public static ImmutableArray<Place> RepresentativeCities(TransportTables tables, ImmutableArray<Economy> economies) =>
        throw new NotImplementedException();
}
