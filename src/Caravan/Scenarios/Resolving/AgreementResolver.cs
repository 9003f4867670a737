using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Numerics;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Resolving;

/// <summary>Looks up the members, sectors and actions that an agreement names.</summary>
internal sealed class AgreementResolver(
    Baseline baseline, EconomyWords economies, SectorWords sectors, int[] members, IssueList issues)
{
    // what is written as 33.3 % three times is meant as one
    private const double Rounding = 0.0051;

    /// <summary>The agreement; null where the file has none.</summary>
    /// <param name="draft">As written.</param>
    /// <param name="actions">Ids of every action of the file.</param>
    public Agreement? Resolve(DraftAgreement? draft, ImmutableArray<string> actions)
    {
        if (draft is null)
        {
            return null;
        }
        var weights = ByMember(draft.Weights, "weights", draft.Place);
        foreach (var id in draft.Offer.Where(id => !actions.Contains(id.Text)))
        {
            issues.Add(id, $"offer names {id}, which is no action of the file", IssueList.Suggest(id.Text, actions, "actions"));
        }
        return new Agreement
        {
            RedLines = ResolveRedLines(draft.RedLines),
            Rule = draft.Rule,
            Threshold = draft.Threshold,
            Weights = weights,
            Chair = draft.Chair with
            {
                Order = [.. draft.Order.SelectMany(word => MembersOf(word, "order").Select(Code))],
                Probabilities = ByMember(draft.Probabilities, "probabilities", draft.Place),
            },
            Offer = [.. draft.Offer.Select(id => id.Text).Distinct()],
            Source = draft.Source,
        };
    }

    private ImmutableArray<RedLine> ResolveRedLines(ImmutableArray<DraftRedLine> drafts)
    {
        var lines = new SortedDictionary<int, RedLine>();
        var named = new Dictionary<int, FileText>();
        foreach (var draft in drafts)
        {
            ImmutableArray<SectorLimit> limits =
            [
                .. draft.Sectors.SelectMany(limit => sectors.FindOne(limit.Word)
                    .Select(j => new SectorLimit(baseline.Sectors[j].Code, limit.Value))),
            ];
            foreach (var n in MembersOf(draft.Who, "red_lines"))
            {
                if (!named.TryAdd(n, draft.Who))
                {
                    issues.Add(draft.Who, $"{Code(n)} has two red lines; the first is on line {named[n].Line}",
                        "keep one for each member");
                    continue;
                }
                lines[n] = new RedLine
                {
                    Economy = Code(n),
                    MinimumGainPct = draft.MinimumGainPct,
                    MinimumGainMusd = draft.MinimumGainMusd,
                    Sectors = limits,
                    Debt = draft.Debt,
                    Source = draft.Source,
                };
            }
        }
        return [.. lines.Values];
    }

    // shares by member, in the order of members; nothing where none were given
    private ImmutableArray<double> ByMember(ImmutableArray<DraftNumber> drafts, string key, FileText place)
    {
        if (drafts.IsEmpty)
        {
            return [];
        }
        var shares = new double[members.Length];
        var before = issues.Count;
        foreach (var draft in drafts)
        {
            var found = MembersOf(draft.Word, key);
            foreach (var n in found)
            {
                // a set shares its votes evenly
                shares[Array.IndexOf(members, n)] += draft.Value / found.Length;
            }
        }
        var sum = FixedOrder.Sum(shares);
        if (issues.Count == before && Math.Abs(sum - 1) > Rounding)
        {
            issues.Add(drafts.IsEmpty ? place : drafts[0].Word,
                FormattableString.Invariant($"{key} sum to {sum:0.###%} instead of 100%"),
                "give each member its share of the whole");
        }
        return sum > 0 ? [.. shares.Select(share => share / sum)] : [];
    }

    private int[] MembersOf(FileText word, string key)
    {
        var found = economies.Find([word]);
        var strangers = found.Except(members).Select(Code).ToList();
        if (strangers.Count > 0)
        {
            var near = NearestWord.Find(word.Text, members.Select(Code));
            issues.Add(word, $"{key} names {string.Join(", ", strangers.Take(5))}, which "
                + (strangers.Count == 1 ? "is no member" : "are no members"),
                near is null ? "only members agree; add them to members or leave them out" : $"did you mean {near}?");
        }
        return [.. found.Intersect(members)];
    }

    private string Code(int n) => baseline.Economies[n].Code;
}
