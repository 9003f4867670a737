using System.Collections.Immutable;

namespace Caravan.Reporting;

/// <summary>Everything that ships: packs, baselines, levers, replications.</summary>
public sealed class Catalogue
{
    private readonly ImmutableArray<ReportTable> _tables;

    /// <summary>A catalogue of the given things, each list in reading order.</summary>
    public Catalogue(
        ImmutableArray<CatalogueEntry> packs,
        ImmutableArray<CatalogueEntry> baselines,
        ImmutableArray<CatalogueEntry> levers,
        ImmutableArray<CatalogueEntry> replications)
    {
        _tables =
        [
            Table("packs", "Packs: `caravan run NAME`", packs),
            Table("baselines", "Baselines: `--baseline NAME`", baselines),
            Table("levers", "Levers: `lever: NAME` in a scenario, see docs/levers.md", levers),
            Table("replications", "Replications: `caravan replicate NAME`", replications),
        ];
    }

    /// <summary>What people read.</summary>
    public Report Report() => new() { Title = $"Caravan {ProductVersion.Text}", Tables = _tables };

    /// <summary>One table with a column that says what each thing is.</summary>
    public ReportTable Table() => new()
    {
        Name = "catalogue",
        Title = "Catalogue",
        Columns = [new("kind", "Kind", ColumnFormat.Text), .. Columns(grouped: true)],
        Rows = _tables.SelectMany(table => table.Rows.Select(row => (ImmutableArray<ReportCell>)
            [table.Name, row[0], row.Length > 2 ? row[1] : "", row[^1]])),
    };

    /// <summary>Writes <c>{"schema": "caravan-catalogue/1", "caravan", "packs": [{"name", "title"}], ...}</c>.
    /// </summary>
    public void WriteJson(Stream output) => JsonTables.WriteDocument(output, writer =>
    {
        writer.WriteString("schema", "caravan-catalogue/1");
        writer.WriteString("caravan", ProductVersion.Text);
        foreach (var table in _tables)
        {
            writer.WriteTable(table.Name, table);
        }
    });

    private static ReportTable Table(string name, string title, ImmutableArray<CatalogueEntry> entries)
    {
        var grouped = entries.Any(entry => entry.Group.Length > 0);
        return new ReportTable
        {
            Name = name,
            Title = entries.IsEmpty ? $"{title} (none)" : title,
            Columns = Columns(grouped),
            Rows =
            [
                .. entries.Select(entry => grouped
                    ? (ImmutableArray<ReportCell>)[entry.Name, entry.Group, entry.Title]
                    : [entry.Name, entry.Title]),
            ],
        };
    }

    private static ImmutableArray<ReportColumn> Columns(bool grouped)
    {
        var name = new ReportColumn("name", "Name", ColumnFormat.Text);
        var title = new ReportColumn("title", "What it is", ColumnFormat.Text);
        return grouped ? [name, new("group", "Works on", ColumnFormat.Text), title] : [name, title];
    }
}
