using Caravan.Data.Transport;

namespace Caravan.Data.Loading;

/// <summary>The one door to the transport network: the one shipped inside the library, and those in folders.</summary>
public static class NetworkTables
{
    private const string Baseline = "world-2023";

    /// <summary>The shipped network of the base year 2023; a first call takes some 60 ms of processor time, most
    /// of it compiling, later ones 15 ms.</summary>
    public static TransportTables Load()
    {
        var issues = new InputIssues();
        var tables = new NetworkReader(new NetworkTexts(null, issues)).Read();
        issues.ThrowIfAny();
        return tables;
    }

    /// <summary>The network in a folder of CSV files, in the layout of docs/network-tables.md.</summary>
    /// <exception cref="InputException">The tables have errors; carries all of them with file and line.</exception>
    public static TransportTables Load(string folder)
    {
        ArgumentException.ThrowIfNullOrEmpty(folder);
        var report = Check(folder);
        return report.Errors.IsEmpty
            ? new NetworkReader(new NetworkTexts(folder, new InputIssues())).Read()
            : throw new InputException(report.Errors);
    }

    /// <summary>True where a folder holds network tables and not a baseline.</summary>
    public static bool IsFolder(string path) => File.Exists(Path.Combine(path, NetworkSchema.Cities.FileName));

    /// <summary>
    /// Everything wrong and everything unusual in the tables of a folder, or in the shipped ones without a folder:
    /// cells, labels, lengths, borders, projects, and whether every city can be reached.
    /// </summary>
    public static NetworkReport Check(string? folder = null) => NetworkCheck.Run(folder, Baselines.Load(Baseline));
}
