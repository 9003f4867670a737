using System.Collections.Immutable;

namespace Caravan.Data.Loading;

/// <summary>Reads the tables of one baseline folder, collecting every problem before failing.</summary>
internal sealed partial class FolderReader
{
    private static readonly string[] s_incomeGroups = ["low", "lower-middle", "upper-middle", "high"];
    private readonly string _folder;
    private readonly InputIssues _issues = new();
    // line of each cell; 0 where there is no row, negative where the row has a problem
    private readonly Dictionary<BaselineTable, (string File, int[] Lines)> _lines = [];
    private readonly DataPackage _package;
    private Labels _economies = new("economy", []);
    private Labels _sectors = new("sector", []);

    public FolderReader(string folder)
    {
        _folder = folder;
        if (!Directory.Exists(folder))
        {
            throw new InputException(new InputIssue(folder, 0, "there is no such folder"));
        }
        _package = DataPackage.Read(folder, _issues);
    }

    /// <summary>The baseline, checked.</summary>
    public Baseline Read()
    {
        var economies = ReadEconomies();
        var sectors = ReadSectors();
        _economies = new Labels("economy", economies.Select(economy => economy.Code));
        _sectors = new Labels("sector", sectors.Select(sector => sector.Code));
        if (economies.IsEmpty || sectors.IsEmpty)
        {
            _issues.ThrowIfAny();
        }
        RefuseTooManyCells();
        var (trade, tariff, estimated) = ReadTrade();
        var (valueAddedShare, finalShare) = ReadProduction();
        var macro = ReadMacro();
        var baseline = new Baseline
        {
            Name = _package.Name.Length > 0 ? _package.Name : new DirectoryInfo(_folder).Name,
            Title = _package.Title,
            Year = _package.Year,
            Sources = _package.Sources,
            Economies = economies,
            Sectors = sectors,
            Sets = ReadSets(),
            Trade = trade,
            TariffRate = tariff,
            Estimated = estimated,
            InputShare = ReadInputs(),
            ValueAddedShare = valueAddedShare,
            FinalShare = finalShare,
            ValueAdded = [.. macro[0]],
            Deficit = [.. macro[1]],
            Gdp = [.. macro[2]],
            Population = [.. macro[3]],
            Elasticities = ReadElasticities(),
        };
        return Checked(baseline);
    }

    // The baseline, or everything that is wrong with the files and the numbers in them.
    private Baseline Checked(Baseline baseline)
    {
        if (_issues.Any)
        {
            var cells = BaselineCheck.CheckCells(baseline, IsUnusable);
            throw new InputException([.. _issues.ToImmutable(), .. cells.Select(Locate)]);
        }
        var report = BaselineCheck.Check(baseline);
        if (!report.Errors.IsEmpty)
        {
            throw new InputException([.. report.Errors.Select(Locate)]);
        }
        baseline.Warnings = [.. report.Warnings.Select(Locate)];
        return baseline;
    }

    // Cells without a row or with a reported problem are not judged again.
    private bool IsUnusable(BaselineTable table, int cell) =>
        cell >= _lines[table].Lines.Length || _lines[table].Lines[cell] <= 0;

    /// <summary>A finding with the file and the line where it stands.</summary>
    private InputIssue Locate(BaselineFinding finding)
    {
        var (file, lines) = _lines[finding.Table];
        return finding.ToIssue(file, finding.Cell < lines.Length ? lines[finding.Cell] : 0);
    }

    private ImmutableArray<Economy> ReadEconomies()
    {
        var rows = new List<(Economy Economy, int Line)>();
        using var table = Open(FolderTables.Economies);
        while (table?.Next() == true)
        {
            var code = table.Text(0);
            var income = table.Text(3);
            if (code.Length == 0 || rows.Any(row => row.Economy.Code.Equals(code, StringComparison.OrdinalIgnoreCase)))
            {
                table.Report(0, "key:" + code, code.Length == 0 ? "is empty" : $"{code} is given twice");
                continue;
            }
            if (income.Length > 0 && !s_incomeGroups.Contains(income))
            {
                table.Report(3, "word:" + income, $"is \"{income}\"", "give " + string.Join(", ", s_incomeGroups));
            }
            rows.Add((new Economy(code, table.Text(1) is { Length: > 0 } name ? name : code)
            {
                Region = table.Text(2),
                IncomeGroup = income,
                Landlocked = table.Flag(4),
                BeltAndRoadCore = table.Flag(5),
                Contains = [.. table.Text(6).Split(' ', StringSplitOptions.RemoveEmptyEntries)],
                ProductionNote = table.Text(7),
            }, table.Line));
        }
        ReportEmpty(table, rows.Count);
        var sorted = rows.OrderBy(row => row.Economy.Code, StringComparer.Ordinal).ToList();
        _lines[BaselineTable.Economies] = (FileOf(FolderTables.Economies), [.. sorted.Select(row => row.Line)]);
        return [.. sorted.Select(row => row.Economy)];
    }

    private ImmutableArray<Sector> ReadSectors()
    {
        var sectors = new List<Sector>();
        var lines = new List<int>();
        using var table = Open(FolderTables.Sectors);
        while (table?.Next() == true)
        {
            var (code, kind) = (table.Text(0), table.Text(2));
            if (code.Length == 0 || sectors.Any(known => known.Code.Equals(code, StringComparison.OrdinalIgnoreCase)))
            {
                table.Report(0, "key:" + code, code.Length == 0 ? "is empty" : $"{code} is given twice");
                continue;
            }
            if (kind is not ("" or "goods" or "services"))
            {
                table.Report(2, "word:" + kind, $"is \"{kind}\"", "give goods or services");
            }
            sectors.Add(new Sector(code, table.Text(1) is { Length: > 0 } name ? name : code, kind == "services"));
            lines.Add(table.Line);
        }
        ReportEmpty(table, sectors.Count);
        _lines[BaselineTable.Sectors] = (FileOf(FolderTables.Sectors), [.. lines]);
        return [.. sectors];
    }

    private ImmutableArray<EconomySet> ReadSets()
    {
        var sets = new List<(string Name, string Title, string Source, int Line, SortedSet<string> Members)>();
        var file = FileOf(FolderTables.Sets);
        using var table = File.Exists(Path.Combine(_folder, file)) ? Open(FolderTables.Sets) : null;
        while (table?.Next() == true)
        {
            var (name, economy) = (table.Text(0), table.Label(2, _economies));
            if (name.Length == 0)
            {
                table.Report(0, "key", "is empty");
            }
            if (economy < 0 || name.Length == 0)
            {
                continue;
            }
            var at = sets.FindIndex(set => set.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            if (at < 0)
            {
                at = sets.Count;
                var title = table.Text(1) is { Length: > 0 } given ? given : name;
                sets.Add((name, title, table.Text(3), table.Line, new SortedSet<string>(StringComparer.Ordinal)));
            }
            if (!sets[at].Members.Add(_economies[economy]))
            {
                table.Report(2, "key:" + name, $"{_economies[economy]} is given twice in set {name}");
            }
        }
        _lines[BaselineTable.Sets] = (file, [.. sets.Select(set => set.Line)]);
        return [.. sets.Select(set => new EconomySet(set.Name, set.Title, [.. set.Members], set.Source))];
    }

    private void RefuseTooManyCells()
    {
        var cells = (long)_economies.Count * Math.Max(_economies.Count, _sectors.Count) * _sectors.Count;
        if (cells > InputLimits.MostCells)
        {
            _issues.Add(FileOf(FolderTables.Economies), 0, "size", $"{_economies.Count} economies and {_sectors.Count} "
                + $"sectors make {cells} cells; at most {InputLimits.MostCells} are read");
            _issues.ThrowIfAny();
        }
    }

    private CsvTable? Open(Table table)
    {
        var file = FileOf(table);
        return CsvTable.Open(Path.Combine(_folder, file), file, table.Columns, _issues);
    }

    private string FileOf(Table table) => _package.Files.GetValueOrDefault(table.Name, table.FileName);

    private void ReportEmpty(CsvTable? table, int rows)
    {
        if (table is not null && rows == 0)
        {
            _issues.Add(table.File, 0, "rows", "there are no rows below the header");
        }
    }
}
