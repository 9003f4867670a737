using Caravan.Data.Transport;

namespace Caravan.Scenarios.Resolving;

/// <summary>A place, or a crossing, which lies in two economies and has no kind.</summary>
internal sealed record NetworkPlace(
    string Id, string Name, string Economy, string OtherEconomy, double Latitude, double Longitude, PlaceKind? Kind)
{
    private const double EarthRadiusKm = 6371;

    public bool IsCrossing => Kind is null;

    public string EconomyText => IsCrossing ? $"{Economy} and {OtherEconomy}" : Economy;

    /// <summary>True where a line between the two stays inside one economy.</summary>
    public bool SharesEconomyWith(NetworkPlace other) => Lies(other.Economy) || (other.IsCrossing && Lies(other.OtherEconomy));

    /// <summary>True where one side lies in this economy.</summary>
    public bool Lies(string economy) => Economy == economy || (IsCrossing && OtherEconomy == economy);

    /// <summary>Great-circle distance (haversine formula).</summary>
    public double KmTo(NetworkPlace other)
    {
        var (a, b) = (double.DegreesToRadians(Latitude), double.DegreesToRadians(other.Latitude));
        var (down, across) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2));
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(down * down + Math.Cos(a) * Math.Cos(b) * across * across)));
    }
}
