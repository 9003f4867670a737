using System.Globalization;
using System.IO.Compression;
using CsvHelper;

namespace Caravan.Data.Loading;

/// <summary>Rows of a CSV file, plain or gzip, read by column name.</summary>
internal static class FixtureTable
{
    /// <summary>Every row as a function from column name to text.</summary>
    /// <exception cref="FileNotFoundException">The file is not there.</exception>
    public static IEnumerable<Func<string, string>> Rows(string folder, string file)
    {
        var path = Path.Combine(folder, file);
        using Stream stream = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(stream, CompressionMode.Decompress)
            : stream;
        using var csv = new CsvReader(new StreamReader(plain), CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            yield return column => csv.GetField(column)!;
        }
    }

    /// <summary>A number of a row.</summary>
    public static double Number(this Func<string, string> row, string column) =>
        double.Parse(row(column), NumberStyles.Float, CultureInfo.InvariantCulture);
}
