using Caravan.Data.Transport;

namespace Caravan.Data.Loading;

/// <summary>The one door to the transport network: the one shipped inside the library, and those in folders.</summary>
public static class NetworkTables
{
    /// <summary>The shipped network of the base year 2023; takes about 20 ms.</summary>
    public static TransportTables Load()
    {
        var issues = new InputIssues();
        var tables = new NetworkReader(new NetworkTexts(null, issues)).Read();
        issues.ThrowIfAny();
        return tables;
    }
}
