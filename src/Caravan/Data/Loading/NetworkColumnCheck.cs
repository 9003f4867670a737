using System.Globalization;

namespace Caravan.Data.Loading;

/// <summary>
/// Judges every cell of the network's tables by its line of the column table: present, a number in range, one of the
/// words allowed, a label that exists; and that no key is given twice.
/// </summary>
internal sealed class NetworkColumnCheck(string? folder, InputIssues issues)
{
    private readonly NetworkTexts _texts = new(folder, issues);
    private readonly NetworkTexts _silent = new(folder, new InputIssues());
    private readonly Dictionary<string, Dictionary<string, RowOrigin>> _labels = [];
    private readonly Dictionary<string, string[]> _words = [];

    /// <summary>Size of each table.</summary>
    public List<NetworkTableReport> Tables { get; } = [];

    /// <summary>Checks all tables, with the economies that there may be.</summary>
    public void Run(IEnumerable<string> economies)
    {
        _labels[NetworkColumns.Economies] = economies.ToDictionary(code => code, _ => new RowOrigin("", 0));
        var nodes = _labels[NetworkColumns.Nodes] = [];
        var sea = _labels[NetworkColumns.SeaNodes] = [];
        Collect(NetworkSchema.Cities, nodes);
        Collect(NetworkSchema.Places, nodes);
        Collect(NetworkSchema.Ports, nodes);
        Collect(NetworkSchema.Crossings, nodes);
        foreach (var (id, origin) in nodes)
        {
            sea.Add(id, origin);
        }
        Collect(NetworkSchema.SeaNodesTable, sea);
        Collect(NetworkSchema.Passages, _labels["passages"] = []);
        Collect(NetworkSchema.Projects, _labels["projects"] = []);
        Collect(NetworkSchema.Sources, _labels["sources"] = []);
        foreach (var (kind, known) in _labels)
        {
            _words[kind] = [.. known.Keys];
        }
        foreach (var table in NetworkSchema.All)
        {
            Check(table);
        }
    }

    private void Collect(Table table, Dictionary<string, RowOrigin> labels)
    {
        foreach (var row in _silent.Open(table))
        {
            while (row.Next())
            {
                var (id, origin) = (row.Text(0), new RowOrigin(row.File, row.Line));
                if (!labels.TryAdd(id, origin))
                {
                    var first = labels[id];
                    issues.Add(row.File, row.Line, "id:" + id, $"{table.Columns[0].Name} {id} is given twice, first in "
                        + $"{first.File}:{first.Line}", "give each its own word");
                }
            }
        }
    }

    private void Check(Table table)
    {
        var keys = new HashSet<string>();
        int[] keyColumns = [.. table.Key.Select(name => Position(table, name))];
        var verified = Position(table, "verified");
        var counts = new int[3];
        var rows = 0;
        foreach (var row in _texts.Open(table))
        {
            while (row.Next())
            {
                rows++;
                for (var column = 0; column < table.Columns.Length; column++)
                {
                    CheckCell(table.Columns[column], row, column);
                }
                if (keyColumns.Length > 1
                    && string.Join(", ", keyColumns.Select(row.Text)) is var key && !keys.Add(key))
                {
                    issues.Add(row.File, row.Line, "key:" + key, $"there are two rows for {key}", "remove one");
                }
                if (verified >= 0)
                {
                    counts[row.Word(verified)]++;
                }
            }
        }
        Tables.Add(new NetworkTableReport(table.Name, rows, counts[2], counts[1], counts[0]));
    }

    private static int Position(Table table, string name)
    {
        for (var column = 0; column < table.Columns.Length; column++)
        {
            if (table.Columns[column].Name == name)
            {
                return column;
            }
        }
        return -1;
    }

    private void CheckCell(Column column, NetworkRows row, int position)
    {
        var text = row.Text(position);
        if (text.Length == 0)
        {
            if (column.Required && row.Has(position))
            {
                Report(row, column, "empty", "is empty", "give " + column.Meaning);
            }
            return;
        }
        if (!column.Words.IsEmpty)
        {
            if (!column.Words.Contains(text))
            {
                var nearest = NearestWord.Find(text, column.Words);
                Report(row, column, text, $"is \"{text}\"", nearest is null
                    ? "give one of " + string.Join(", ", column.Words)
                    : $"did you mean {nearest}?");
            }
        }
        else if (column.Type is "number" or "integer")
        {
            CheckNumber(column, row, text);
        }
        else if (column.Refers.Length > 0)
        {
            foreach (var label in column.Type == "list" ? row.List(position) : [text])
            {
                CheckLabel(column, row, label);
            }
        }
    }

    private void CheckNumber(Column column, NetworkRows row, string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
        {
            Report(row, column, "number", $"is \"{text}\"", "give a number");
        }
        else if (!(value >= column.Min && value <= column.Max))
        {
            Report(row, column, "range", $"is {text}",
                $"give {NetworkColumns.Allowed(column)} {column.Unit}".TrimEnd());
        }
        else if (column.Type == "integer" && value != Math.Floor(value))
        {
            Report(row, column, "integer", $"is {text}", "give a whole number");
        }
    }

    private void CheckLabel(Column column, NetworkRows row, string label)
    {
        if (!_labels[column.Refers].ContainsKey(label))
        {
            var nearest = NearestWord.Find(label, _words[column.Refers]);
            Report(row, column, "label:" + label, $"is \"{label}\", which is not in {column.Refers}",
                nearest is null ? "" : $"did you mean {nearest}?");
        }
    }

    private void Report(NetworkRows row, Column column, string kind, string problem, string repair) =>
        issues.Add(row.File, row.Line, $"{column.Name}:{kind}", $"{column.Name} {problem}", repair);
}
