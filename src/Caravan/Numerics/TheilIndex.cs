namespace Caravan.Numerics;

/// <summary>
/// Theil's index of inequality between units that differ in people: T = sum of s_n ln(s_n / p_n), with s_n a unit's share
/// of all income and p_n its share of all people. It is zero where income per person is the same everywhere, and splits
/// without rest into a part between groups and a part within them (Theil 1967, Economics and Information Theory, ch. 4;
/// Shorrocks 1980, Econometrica 48(3), equation 24).
/// </summary>
/// <param name="Total">T over all units, at least zero.</param>
/// <param name="Between">What would be left if every unit had its group's income per person.</param>
/// <param name="Within">The mean of the groups' own indices, weighted by their income.</param>
public readonly record struct TheilIndex(double Total, double Between, double Within)
{
    /// <summary>The index of units and its split by group.</summary>
    /// <param name="income">Income of each unit, in any unit of money, not below zero.</param>
    /// <param name="people">Inhabitants of each unit; units without a positive number are left out.</param>
    /// <param name="group">Group of each unit, from zero.</param>
    /// <exception cref="ArgumentException">Lengths differ, an income is negative or not finite, or a group is negative.
    /// </exception>
    public static TheilIndex Of(ReadOnlySpan<double> income, ReadOnlySpan<double> people, ReadOnlySpan<int> group)
    {
        if (income.Length != people.Length || income.Length != group.Length)
        {
            throw new ArgumentException($"{income.Length} incomes, {people.Length} numbers of people, {group.Length} groups");
        }
        var groups = 0;
        for (var n = 0; n < income.Length; n++)
        {
            if (!(income[n] >= 0 && double.IsFinite(income[n])) || group[n] < 0)
            {
                throw new ArgumentException($"unit {n} has income {income[n]} and group {group[n]}");
            }
            groups = Math.Max(groups, group[n] + 1);
        }
        var (groupIncome, groupPeople) = (new double[groups], new double[groups]);
        for (var n = 0; n < income.Length; n++)
        {
            groupIncome[group[n]] += people[n] > 0 ? income[n] : 0;
            groupPeople[group[n]] += people[n] > 0 ? people[n] : 0;
        }
        var (allIncome, allPeople) = (FixedOrder.Sum(groupIncome), FixedOrder.Sum(groupPeople));
        var (between, within) = (new double[groups], new double[income.Length]);
        for (var g = 0; g < groups; g++)
        {
            between[g] = Term(groupIncome[g] / allIncome, groupPeople[g] / allPeople);
        }
        for (var n = 0; n < income.Length; n++)
        {
            var g = group[n];
            within[n] = people[n] > 0
                ? Term(income[n] / groupIncome[g], people[n] / groupPeople[g]) * groupIncome[g] / allIncome : 0;
        }
        var (sumBetween, sumWithin) = (FixedOrder.Sum(between), FixedOrder.Sum(within));
        return new TheilIndex(sumBetween + sumWithin, sumBetween, sumWithin);
    }

    private static double Term(double incomeShare, double peopleShare) =>
        incomeShare > 0 ? incomeShare * Math.Log(incomeShare / peopleShare) : 0;
}
