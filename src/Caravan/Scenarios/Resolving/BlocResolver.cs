using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Resolving;

/// <summary>Looks up the economies and actions that blocs name.</summary>
internal sealed class BlocResolver(Baseline baseline, EconomyWords economies, SectorWords sectors, IssueList issues)
{
    /// <summary>The blocs in the order of the file.</summary>
    /// <param name="drafts">As written.</param>
    /// <param name="actions">Every action of the file, those on standby too.</param>
    public ImmutableArray<Bloc> Resolve(ImmutableArray<DraftBloc> drafts, ImmutableArray<ScenarioAction> actions)
    {
        var owner = new Dictionary<int, DraftBloc>();
        var blocs = ImmutableArray.CreateBuilder<Bloc>();
        foreach (var draft in drafts)
        {
            var members = economies.Find(draft.Members);
            var twice = members.Where(owner.ContainsKey).ToList();
            if (twice.Count > 0)
            {
                issues.Add(draft.Name, $"blocs {owner[twice[0]].Name} and {draft.Name} overlap: "
                    + string.Join(", ", twice.Take(5).Select(Code)) + (twice.Count == 1 ? " is" : " are") + " in both",
                    "let each economy belong to one bloc");
            }
            foreach (var n in members)
            {
                owner.TryAdd(n, draft);
            }
            ImmutableArray<string> codes = [.. members.Select(Code)];
            blocs.Add(new Bloc
            {
                Name = draft.Name.Text,
                Members = codes,
                Policies = [.. draft.Policies.Select(policy => Resolve(policy, draft, codes, actions))],
                Tariff = draft.Tariff with
                {
                    On = OthersOf(draft, members),
                    Sectors = [.. sectors.Find(draft.TariffSectors).Select(j => baseline.Sectors[j].Code)],
                },
            });
        }
        return blocs.ToImmutable();
    }

    private BlocPolicy Resolve(
        DraftPolicy policy, DraftBloc bloc, ImmutableArray<string> members, ImmutableArray<ScenarioAction> actions)
    {
        foreach (var (word, _) in policy.Actions)
        {
            var action = actions.FirstOrDefault(action => action.Id == word.Text);
            if (action is null)
            {
                issues.Add(word, $"policy {policy.Name} of bloc {bloc.Name} names {word}, which is no action of the file",
                    IssueList.Suggest(word.Text, actions.Select(action => action.Id), "actions"));
            }
            else if (!members.IsEmpty && !action.By.IsEmpty && !action.By.Intersect(members).Any())
            {
                issues.Add(word, $"policy {policy.Name} names {word}, which bloc {bloc.Name} has no say in",
                    $"it is up to {string.Join(", ", action.By.Take(5))}; leave it out, or change its by");
            }
        }
        return new BlocPolicy(policy.Name.Text,
            [.. policy.Actions.Select(each => new SizedAction(each.Word.Text, each.Value)).DistinctBy(each => each.Id)]);
    }

    private ImmutableArray<string> OthersOf(DraftBloc draft, int[] members)
    {
        var on = economies.Find(draft.TariffOn);
        var own = on.Intersect(members).ToList();
        // "world" and other wide sets mean everybody else in them
        if (own.Count == on.Length && on.Length > 0)
        {
            issues.Add(draft.TariffOn[0], $"the tariff of bloc {draft.Name} is on its own members only",
                "name others under on");
        }
        return [.. on.Except(members).Select(Code)];
    }

    private string Code(int n) => baseline.Economies[n].Code;
}
