using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Resolving;

/// <summary>From a draft to a scenario: names become codes of the baseline, defaults are filled in.</summary>
internal static class ScenarioResolver
{
    /// <param name="draft">The scenario as written.</param>
    /// <param name="baseline">Where economies and sectors are looked up.</param>
    /// <param name="issues">Takes every problem.</param>
    /// <param name="transport">Where places and projects are looked up; null for the network that ships.</param>
    public static Scenario Resolve(
        ScenarioDraft draft, Baseline baseline, IssueList issues, TransportModel? transport = null)
    {
        var economies = new EconomyWords(baseline, issues);
        // members may be named by sets, and sets by the word members: those that need no members come first
        var ofMembers = EconomyWords.OfMembers.ToList();
        var sets = new List<(DraftSet Set, int[] Economies)>();
        foreach (var set in draft.Sets)
        {
            if (set.Words.Any(word => EconomyWords.Mentions(word, ofMembers)))
            {
                ofMembers.Add(set.Name.Text);
            }
            else
            {
                AddSet(set);
            }
        }
        economies.RefuseRepeated("members", draft.Members);
        var members = economies.Find(draft.Members);
        economies.SetMembers(members);
        foreach (var set in draft.Sets.Where(set => !sets.Exists(done => done.Set == set)).ToList())
        {
            AddSet(set);
        }
        var sectors = new SectorWords(baseline, issues);
        var network = new Lazy<NetworkResolver>(
            () => new NetworkResolver((transport ?? TransportModel.Shipped).Tables, baseline, issues));
        var money = new FinanceResolver(
            baseline, economies, draft.Finance, () => (transport ?? TransportModel.Shipped).Tables, issues);
        var actionResolver = new ActionResolver(baseline, economies, sectors, members, network, money, issues);
        ImmutableArray<ScenarioAction> actions = [.. draft.Actions.Select(actionResolver.Resolve)];
        return new Scenario
        {
            Name = draft.Name,
            Summary = draft.Summary,
            Sources = draft.Sources,
            Baseline = draft.Baseline.Text,
            Members = Codes(members),
            Sets = [.. draft.Sets.Select(set => sets.First(done => done.Set == set))
                .Select(done => new ScenarioSet(done.Set.Name.Text, Codes(done.Economies)))],
            Actions = [.. actions.Where((_, at) => !draft.Actions[at].Standby)],
            Standby = [.. actions.Where((_, at) => draft.Actions[at].Standby)],
            Agreement = new AgreementResolver(baseline, economies, sectors, members, issues)
                .Resolve(draft.Agreement, [.. actions.Select(action => action.Id)]),
            Blocs = new BlocResolver(baseline, economies, sectors, issues).Resolve(draft.Blocs, actions),
            NotExpressed = draft.NotExpressed,
            Finance = money.Book(Codes(members)),
            Sharing = SharingResolver.Resolve(draft.Sharing, baseline, economies, members, issues),
            Options = ResolveOptions(draft.Options, baseline, issues),
        };

        void AddSet(DraftSet set)
        {
            economies.RefuseRepeated($"set {set.Name}", set.Words);
            var found = economies.Find(set.Words);
            economies.AddSet(set.Name, found);
            sets.Add((set, found));
        }

        ImmutableArray<string> Codes(int[] positions) => [.. positions.Select(n => baseline.Economies[n].Code)];
    }

    private static ScenarioOptions ResolveOptions(DraftOptions draft, Baseline baseline, IssueList issues)
    {
        var options = new ScenarioOptions { Elasticities = baseline.FindElasticities("")!.Name };
        if (draft.Elasticities is { Text.Length: > 0 } name)
        {
            if (baseline.FindElasticities(name.Text) is { } set)
            {
                options = options with { Elasticities = set.Name };
            }
            else
            {
                issues.Add(name, $"baseline {baseline.Name} has no elasticities called {name}",
                    IssueList.Suggest(name.Text, baseline.Elasticities.Select(each => each.Name), "sets"));
            }
        }
        return options with
        {
            Model = draft.Model ?? options.Model,
            Closure = draft.Closure ?? options.Closure,
        };
    }
}
