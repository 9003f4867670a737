namespace Caravan.Data.Transport;

/// <summary>Distance over a round Earth.</summary>
internal static class GreatCircle
{
    private const double EarthRadiusKm = 6371.0088;

    /// <summary>Kilometres between two points given in degrees, by the haversine formula.</summary>
    public static double Km(double latitudeA, double longitudeA, double latitudeB, double longitudeB)
    {
        var (a, b) = (double.DegreesToRadians(latitudeA), double.DegreesToRadians(latitudeB));
        var (north, east) = (Math.Sin((b - a) / 2), Math.Sin(double.DegreesToRadians(longitudeB - longitudeA) / 2));
        var chord = north * north + Math.Cos(a) * Math.Cos(b) * east * east;
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(chord)));
    }
}
