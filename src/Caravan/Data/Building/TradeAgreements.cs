namespace Caravan.Data.Building;

/// <summary>The written table of free-trade areas, customs unions and one-sided preferences in force in 2023.</summary>
internal static class TradeAgreements
{
    private const string Table = "agreements.csv";

    /// <summary>What part of the importer's non-preferential tariff remains [origin, destination]: 1 without an
    /// agreement; where several apply the most generous counts.</summary>
    public static double[,] Remaining(EconomyList list, IReadOnlyList<EconomySet> sets)
    {
        var remaining = new double[list.Count, list.Count];
        for (var i = 0; i < list.Count; i++)
        {
            for (var n = 0; n < list.Count; n++)
            {
                remaining[i, n] = i == n ? 0 : 1;
            }
        }
        foreach (var row in BuildingTable.Rows(
            Table, "name", "year", "kind", "remaining", "members", "partners", "source"))
        {
            var members = row.Text("members");
            var oneSided = members.Contains('>', StringComparison.Ordinal);
            var first = Expand(members.Replace(">", "", StringComparison.Ordinal), list, sets, row.Text("name"));
            var second = row.Text("partners").Length == 0
                ? first : Expand(row.Text("partners"), list, sets, row.Text("name"));
            var left = row.NonNegative("remaining");
            foreach (var a in first)
            {
                foreach (var b in second)
                {
                    remaining[b, a] = Math.Min(remaining[b, a], left);
                    remaining[a, b] = oneSided ? remaining[a, b] : Math.Min(remaining[a, b], left);
                }
            }
        }
        return remaining;
    }

    // Words are codes of economies or names of sets.
    private static List<int> Expand(
        string words, EconomyList list, IReadOnlyList<EconomySet> sets, string agreement)
    {
        var members = new List<int>();
        foreach (var word in words.Split(' '))
        {
            if (list.IndexOfCode.TryGetValue(word, out var n))
            {
                members.Add(n);
            }
            else if (sets.FirstOrDefault(set => set.Name == word) is { } set)
            {
                members.AddRange(set.Members.Select(code => list.IndexOfCode[code]));
            }
            else
            {
                throw new InputException(new InputIssue(Table, 0, $"'{agreement}' names {word}, no economy or set"));
            }
        }
        return members;
    }
}
