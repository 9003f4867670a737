using Caravan.Data;
using Caravan.Scenarios.Parsing;
using Caravan.Scenarios.Sharing;

namespace Caravan.Scenarios.Resolving;

/// <summary>Looks up the members of the key <c>sharing</c> and checks their weights.</summary>
internal static class SharingResolver
{
    // weights are written with a few digits, such as 33.3 %
    private const double Rounding = 1e-6;

    public static SharingTerms? Resolve(
        DraftSharing? draft, Baseline baseline, EconomyWords economies, int[] members, IssueList issues)
    {
        if (draft is null)
        {
            return null;
        }
        var terms = new SharingTerms { Outsiders = draft.Outsiders, Disagreement = draft.Disagreement };
        if (draft.Weights.IsEmpty)
        {
            return terms;
        }
        var before = issues.Count;
        var weights = new SortedDictionary<int, double>();
        foreach (var weight in draft.Weights)
        {
            if (economies.FindOne(weight.Member) is not { } economy)
            {
                continue;
            }
            if (!members.Contains(economy))
            {
                issues.Add(weight.Member, $"weights names {baseline.Economies[economy].Code}, which is no member",
                    "add it to members or leave it out");
            }
            else if (!weights.TryAdd(economy, weight.Weight))
            {
                issues.Add(weight.Member, $"weights names {baseline.Economies[economy].Code} twice");
            }
        }
        var missing = members.Where(member => !weights.ContainsKey(member))
            .Select(member => baseline.Economies[member].Code).ToList();
        if (issues.Count == before && missing.Count > 0)
        {
            issues.Add(draft.Place, $"weights leaves out {string.Join(", ", missing)}", "give every member a weight");
        }
        var sum = weights.Values.Sum();
        if (issues.Count == before && Math.Abs(sum - 1) > Rounding)
        {
            issues.Add(draft.Weights[0].Member, FormattableString.Invariant(
                $"weights sum to {100 * sum:0.####} %; they must sum to 100 %"),
                FormattableString.Invariant($"divide each by {sum:0.######}"));
        }
        return terms with
        {
            Weights = [.. weights.Select(pair => new MemberWeight(baseline.Economies[pair.Key].Code, pair.Value))],
        };
    }
}
