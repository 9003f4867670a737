using System.Collections.Immutable;

namespace Caravan.Data.Loading;

/// <summary>
/// Reads which economy or sector goes to which group: CSV with the columns <c>economy</c> or <c>sector</c>,
/// <c>group</c> and, if wanted, <c>name</c> for the group's readable name. What is not listed stays as it is.
/// </summary>
public static class GroupingFile
{
    /// <summary>Groups of economies from a word (<c>region</c>, <c>income-group</c>, a set) or from a file.</summary>
    /// <exception cref="InputException">It is neither, or the file has errors; carries all of them.</exception>
    public static Grouping Economies(Baseline baseline, string wordOrPath)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        return Grouping.OfEconomies(baseline, wordOrPath) ?? Grouping.OfEconomies(baseline, Read(wordOrPath,
            new Labels("economy", baseline.Economies.Select(economy => economy.Code)),
            ["region", "income-group", .. baseline.Sets.Select(set => set.Name)]));
    }

    /// <summary>Groups of sectors from a word (<c>kind</c>, <c>all</c>) or from a file.</summary>
    /// <exception cref="InputException">It is neither, or the file has errors; carries all of them.</exception>
    public static Grouping Sectors(Baseline baseline, string wordOrPath)
    {
        ArgumentNullException.ThrowIfNull(baseline);
        return Grouping.OfSectors(baseline, wordOrPath) ?? Grouping.OfSectors(baseline, Read(wordOrPath,
            new Labels("sector", baseline.Sectors.Select(sector => sector.Code)), ["kind", "all"]));
    }

    private static List<GroupAssignment> Read(string path, Labels labels, ImmutableArray<string> words)
    {
        if (!File.Exists(path))
        {
            var nearest = NearestWord.Find(path, words);
            throw new InputException(new InputIssue(path, 0, "there is no such file", nearest is null
                ? $"give a CSV file with the columns {labels.Kind},group or one of: {string.Join(", ", words)}"
                : $"did you mean {nearest}?"));
        }
        var issues = new InputIssues();
        ImmutableArray<Column> columns =
        [
            new(labels.Kind, "string", "", null, "code"),
            new("group", "string", "", null, "code of the group"),
            new("name", "string", "", "", "readable name of the group"),
        ];
        var assignments = new List<GroupAssignment>();
        var seen = new int[labels.Count];
        using (var table = CsvTable.Open(path, path, columns, issues))
        {
            while (table?.Next() == true)
            {
                var position = table.Label(0, labels);
                if (table.Text(1).Length == 0)
                {
                    table.Report(1, "empty", "is empty", "give the code of a group");
                }
                if (position < 0)
                {
                    continue;
                }
                if (seen[position] > 0)
                {
                    table.Report(0, "key", $"{labels[position]} is given twice, first in line {seen[position]}");
                    continue;
                }
                seen[position] = table.Line;
                assignments.Add(new GroupAssignment(labels[position], table.Text(1), table.Text(2)));
            }
        }
        ReportTaken(assignments, labels, seen, path, issues);
        issues.ThrowIfAny();
        return assignments;
    }

    // A group must not have the code of an economy or sector that stays outside it.
    private static void ReportTaken(
        List<GroupAssignment> assignments, Labels labels, int[] seen, string path, InputIssues issues)
    {
        foreach (var assignment in assignments)
        {
            var position = labels.Find(assignment.Group);
            if (position >= 0 && seen[position] == 0)
            {
                issues.Add(path, seen[labels.Find(assignment.Code)], "taken:" + assignment.Group,
                    $"group {assignment.Group} has the code of one {labels.Kind} that is not in the file",
                    $"add {labels[position]} to the file or choose another code");
            }
        }
    }
}
