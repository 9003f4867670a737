namespace Caravan.Data.Building;

/// <summary>A point on the globe, degrees.</summary>
internal readonly record struct SeaPoint(double Latitude, double Longitude)
{
    private const double EarthRadiusKm = 6371.0088;

    /// <summary>Degrees of longitude from here to the other point by the shorter way round, -180 to 180.</summary>
    public double EastwardTo(SeaPoint other) => Math.IEEERemainder(other.Longitude - Longitude, 360);

    /// <summary>Great-circle distance, km.</summary>
    public double KmTo(SeaPoint other)
    {
        var north = Math.Sin(double.DegreesToRadians(other.Latitude - Latitude) / 2);
        var east = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var h = (north * north) + (Math.Cos(double.DegreesToRadians(Latitude))
            * Math.Cos(double.DegreesToRadians(other.Latitude)) * east * east);
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }

    /// <summary>
    /// How far along the straight line from <paramref name="a"/> to <paramref name="b"/> the point nearest to this one
    /// lies, 0 to 1, in the plane that touches the globe here.
    /// </summary>
    public double FootOn(SeaPoint a, SeaPoint b)
    {
        var shrink = Math.Cos(double.DegreesToRadians(Latitude));
        var (ax, ay) = (EastwardTo(a) * shrink, a.Latitude - Latitude);
        var (dx, dy) = (a.EastwardTo(b) * shrink, b.Latitude - a.Latitude);
        var square = (dx * dx) + (dy * dy);
        return square == 0 ? 0 : Math.Clamp(-((ax * dx) + (ay * dy)) / square, 0, 1);
    }

    /// <summary>The point at a share of the straight line to another.</summary>
    public SeaPoint Towards(SeaPoint other, double share) => new(
        Latitude + (share * (other.Latitude - Latitude)),
        Math.IEEERemainder(Longitude + (share * EastwardTo(other)), 360));
}
