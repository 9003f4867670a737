using System.Collections.Immutable;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>Results beside each other, economy by economy: several scenarios, or one under several models.</summary>
public sealed class Comparison
{
    private const int Shown = 10;

    private readonly ImmutableArray<ComparisonItem> _items;
    private readonly ImmutableArray<ReportField<EconomyResult>> _measures;
    private readonly ImmutableArray<Row> _rows;

    /// <summary>Compares at least two converged results by the named columns of <c>economies.csv</c>.</summary>
    /// <exception cref="ArgumentException">Fewer than two items, one that did not converge, or an unknown measure.
    /// </exception>
    public Comparison(ImmutableArray<ComparisonItem> items, params ReadOnlySpan<string> measures)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(items.Length, 2, nameof(items));
        foreach (var item in items)
        {
            RunReport.RequireConverged(item.Result);
        }
        foreach (var measure in measures)
        {
            if (!Measures.Contains(measure))
            {
                throw new ArgumentException($"no measure {measure}", nameof(measures));
            }
        }
        _items = items;
        _measures = EconomyColumns.Fields.Select(measures);
        _rows = [.. ByCode(items)];
    }

    /// <summary>Names of the columns of <c>economies.csv</c> that can be compared: all changes.</summary>
    public static ImmutableArray<string> Measures { get; } = [.. EconomyColumns.All
        .Where(column => column.Format is ColumnFormat.PercentChange or ColumnFormat.MoneyChange)
        .Select(column => column.Name)];

    /// <summary>Every economy, in alphabetical order of code, with each measure under each label.</summary>
    public ReportTable Table() => new()
    {
        Name = "comparison",
        Title = "All economies",
        Columns =
        [
            .. EconomyColumns.All.Take(3), .. _measures.SelectMany(measure => ValueColumns(measure.Column)),
        ],
        Rows = _rows.Select(row => (ImmutableArray<ReportCell>)
        [
            row.Code, row.Name, row.Member, .. _measures.SelectMany(measure => WithDifference(Values(row, measure))),
        ]),
    };

    /// <summary>
    /// Writes <c>{"schema": "caravan-comparison/1", "items": [{"label", "model", "closure", "residual", ...}],
    /// "economies": [...]}</c> with the columns of <see cref="Table"/>.
    /// </summary>
    public void WriteJson(Stream output) => JsonTables.WriteDocument(output, writer =>
    {
        writer.WriteString("schema", "caravan-comparison/1");
        writer.WriteString("caravan", ProductVersion.Text);
        writer.WriteStartArray("items");
        foreach (var (label, result) in _items)
        {
            writer.WriteStartObject();
            writer.WriteString("label", label);
            writer.WriteString("scenario_hash", result.ScenarioHash);
            writer.WriteString("baseline", result.BaselineName);
            writer.WriteString("baseline_hash", result.BaselineHash);
            writer.WriteString("model", result.ModelName);
            writer.WriteString("closure", result.ClosureName);
            writer.WriteString("elasticities", result.Elasticities);
            writer.WriteString("status", result.StatusName);
            writer.WriteNumber("iterations", result.Iterations);
            writer.WriteFinite("residual", result.Residual);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteTable("economies", Table());
    });

    /// <summary>What people read: members, the other economies that differ most, groups.</summary>
    public Report Report(string title)
    {
        var members = _rows.Where(row => row.Member).OrderBy(row => row.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        var membersTitle = members.All(row => row.Sides.All(side => side is { Member: true }))
            ? "Members"
            : "Members of at least one";
        var others = _rows.Where(row => !row.Member).OrderByDescending(row => Spread(Values(row, _measures[0])))
            .ThenBy(row => row.Code, StringComparer.Ordinal).Take(Shown).ToImmutableArray();
        var tables = ImmutableArray.CreateBuilder<ReportTable>();
        if (!members.IsEmpty)
        {
            tables.AddRange(_measures.Select(measure => Excerpt(membersTitle, members, measure)));
        }
        if (!others.IsEmpty)
        {
            tables.Add(Excerpt("Other economies that differ most", others, _measures[0]));
        }
        tables.Add(Groups());
        return new Report
        {
            Title = title,
            Lines =
            [
                .. _items.Select(item => RunReport.Data(item.Result)).Distinct().Select(data => $"{data}."),
                .. _items.Select(Line),
            ],
            Tables = tables.ToImmutable(),
            Closing =
            [
                .. _measures.Select(measure => $"{measure.Column.Heading}: {Lower(measure.Column.Meaning)}"),
                .. _items.Select(item => item.Result.ModelName).Distinct().Count() > 1
                    ? (string[])["The models are different answers to the same question, not an error band."]
                    : [],
            ],
        };
    }

    private static IEnumerable<Row> ByCode(ImmutableArray<ComparisonItem> items)
    {
        var codes = new SortedSet<string>(
            items.SelectMany(item => item.Result.Economies).Select(economy => economy.Code), StringComparer.Ordinal);
        var lookups = items.Select(item => item.Result.Economies.ToDictionary(economy => economy.Code)).ToArray();
        foreach (var code in codes)
        {
            ImmutableArray<EconomyResult?> sides = [.. lookups.Select(lookup => lookup.GetValueOrDefault(code))];
            var first = sides.First(side => side is not null)!;
            yield return new Row(code, first.Name, sides.Any(side => side is { Member: true }), sides);
        }
    }

    private static ImmutableArray<double> Values(Row row, ReportField<EconomyResult> measure) =>
        [.. row.Sides.Select(side => side is null ? double.NaN : measure.Value(side).Number)];

    // the second minus the first of two sides; largest minus smallest of several
    private static double Difference(ImmutableArray<double> values) =>
        values.Length == 2 ? values[1] - values[0] : Spread(values);

    private static double Spread(ImmutableArray<double> values)
    {
        var known = values.Where(double.IsFinite).ToArray();
        return known.Length < 2 ? 0 : known.Max() - known.Min();
    }

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];

    private static string Line(ComparisonItem item) =>
        $"{item.Label}: {RunReport.Model(item.Result, withName: item.Label != item.Result.ModelName)}, residual "
        + $"{NumberText.General(item.Result.Residual)}, {RunReport.Iterations(item.Result)}.";

    private ReportTable Excerpt(string title, ImmutableArray<Row> rows, ReportField<EconomyResult> measure) => new()
    {
        Name = measure.Column.Name,
        Title = $"{title}: {Lower(measure.Column.Heading)}",
        Columns = [EconomyColumns.All[1], .. ValueColumns(measure.Column).Select(WithShortHeading)],
        Rows = rows.Select(row => (ImmutableArray<ReportCell>)[row.Name, .. WithDifference(Values(row, measure))]),
    };

    private ReportTable Groups()
    {
        var measure = EconomyColumns.All.First(column => column.Name == "real_income_pct");
        var names = _items.SelectMany(item => item.Result.Groups).Where(RunReport.IsShort).Select(group => group.Name).Distinct();
        return new ReportTable
        {
            Name = "groups",
            Title = $"Groups: {Lower(measure.Heading)}",
            Columns = [GroupColumns.All[0], .. ValueColumns(measure).Select(WithShortHeading)],
            Rows = names.Select(name => (ImmutableArray<ReportCell>)
            [
                name,
                .. WithDifference([.. _items.Select(item =>
                    item.Result.Groups.FirstOrDefault(group => group.Name == name)?.RealIncomePct ?? double.NaN)]),
            ]),
        };
    }

    // a table for reading is about one measure, which its title names
    private static ReportColumn WithShortHeading(ReportColumn column, int index) =>
        column with { Heading = column.Heading[(column.Heading.IndexOf(':', StringComparison.Ordinal) + 2)..] };

    private static IEnumerable<ReportCell> WithDifference(ImmutableArray<double> values) =>
        [.. values.Select(value => (ReportCell)value), Difference(values)];

    private IEnumerable<ReportColumn> ValueColumns(ReportColumn measure)
    {
        foreach (var item in _items)
        {
            yield return measure with
            {
                Name = $"{measure.Name}_{item.Label.Replace('-', '_')}",
                Heading = $"{measure.Heading}: {item.Label}",
            };
        }
        var isSpread = _items.Length > 2;
        var word = isSpread ? "spread" : "difference";
        yield return measure with
        {
            Name = $"{measure.Name}_{word}",
            Heading = $"{measure.Heading}: {word}",
            HasSign = !isSpread,
        };
    }

    private sealed record Row(string Code, string Name, bool Member, ImmutableArray<EconomyResult?> Sides);
}
