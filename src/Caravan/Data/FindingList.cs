using System.Collections.Immutable;
using System.Globalization;

namespace Caravan.Data;

/// <summary>Collects findings; many cells with the same problem become one finding.</summary>
internal sealed class FindingList(CellNames names, Func<BaselineTable, int, bool>? skip = null)
{
    private readonly List<BaselineFinding> _findings = [];

    public bool IsEmpty => _findings.Count == 0;

    public ImmutableArray<BaselineFinding> ToImmutable() => [.. _findings];

    public void Add(BaselineTable table, int cell, string problem, string repair = "", int count = 1) =>
        _findings.Add(new BaselineFinding(table, cell, count, count == 1 ? problem
            : string.Create(CultureInfo.InvariantCulture, $"{problem} ({count} rows like this)"), repair));

    /// <summary>Reports values that are not finite, then those that are <paramref name="bad"/>.</summary>
    public void Cells(
        BaselineTable table, string column, ReadOnlySpan<double> values, Func<double, bool> bad, string expected,
        string repair = "")
    {
        var (notFinite, firstNotFinite) = (0, -1);
        var (outside, firstOutside, lowest, highest) = (0, -1, double.PositiveInfinity, double.NegativeInfinity);
        for (var cell = 0; cell < values.Length; cell++)
        {
            if (skip?.Invoke(table, cell) == true)
            {
                continue;
            }
            if (!double.IsFinite(values[cell]))
            {
                firstNotFinite = notFinite++ == 0 ? cell : firstNotFinite;
            }
            else if (bad(values[cell]))
            {
                firstOutside = outside++ == 0 ? cell : firstOutside;
                (lowest, highest) = (Math.Min(lowest, values[cell]), Math.Max(highest, values[cell]));
            }
        }
        if (notFinite > 0)
        {
            Add(table, firstNotFinite, $"{column} is {Text(values[firstNotFinite])} for "
                + $"{names.Describe(table, firstNotFinite)}; a finite number is expected", "", notFinite);
        }
        if (outside > 0)
        {
            var range = outside > 1 ? $", found from {Text(lowest)} to {Text(highest)}" : "";
            Add(table, firstOutside, $"{column} is {Text(values[firstOutside])} for "
                + $"{names.Describe(table, firstOutside)}; {expected} is expected{range}", repair, outside);
        }
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);
}
