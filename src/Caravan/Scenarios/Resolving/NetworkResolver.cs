using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Data.Transport;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Resolving;

/// <summary>Resolves actions on the network: places, crossings, passages and projects become ids.</summary>
internal sealed class NetworkResolver
{
    private readonly TransportTables _tables;
    private readonly IssueList _issues;
    private readonly Dictionary<string, int> _positions = new(StringComparer.Ordinal);
    private readonly Lazy<LineResolver> _lines;
    private readonly Lazy<PlaceWords> _places;
    private readonly ProjectWords _projects;

    public NetworkResolver(TransportTables tables, Baseline baseline, IssueList issues)
    {
        (_tables, _issues) = (tables, issues);
        for (var n = 0; n < baseline.Economies.Length; n++)
        {
            _positions[baseline.Economies[n].Code] = n;
            foreach (var inside in baseline.Economies[n].Contains)
            {
                _positions[inside] = n;
            }
        }
        Baseline = baseline;
        _places = new(() => new PlaceWords(tables, issues));
        _projects = new ProjectWords(tables, issues);
        _lines = new(() => new LineResolver(tables, _places.Value, issues));
    }

    private Baseline Baseline { get; }

    /// <summary>The action with everything that it names in the network.</summary>
    /// <param name="draft">The action as written.</param>
    /// <param name="action">What is known of it already.</param>
    /// <param name="economiesOf">Positions of the economies in a field, members where it is left out.</param>
    public ScenarioAction Resolve(DraftAction draft, ScenarioAction action, Func<string, int[]> economiesOf)
    {
        switch (draft.Lever.Name)
        {
            case "border-time":
                return action with { Crossings = Crossings(draft, economiesOf), Mode = draft.Mode };
            case "transport-cost":
                return RateChange(draft, action, economiesOf);
            default:
                var undo = draft.Lever.Name == "link-closure";
                var projects = draft.Find("project") ?? draft.Find("projects");
                return action with
                {
                    Projects = projects is null ? [] : _projects.Find(projects.Words, undo),
                    Passages = draft.Find("passage") is { } passages ? Passages(passages.Words) : [],
                    Crossings = draft.Find("crossing") is { } crossings ? Named(crossings.Words) : [],
                    Link = draft.Link is not { } link ? null
                        : link.IsThere ? _lines.Value.Existing(link)
                        : _lines.Value.New(link),
                };
        }
    }

    private ScenarioAction RateChange(DraftAction draft, ScenarioAction action, Func<string, int[]> economiesOf)
    {
        var everywhere = draft.Mode == TransportMode.Sea;
        var economies = everywhere && draft.Find("economies") is null ? [] : economiesOf("economies");
        if (everywhere && economies.Length > 0 && economies.Length < Baseline.Economies.Length)
        {
            _issues.Add(draft.Id, $"action {action.Id} changes the cost of ships in some economies; the sea belongs to none",
                "leave economies out");
        }
        if (action.Size("change") <= -1)
        {
            _issues.Add(draft.Id, $"action {action.Id} makes a mode free of cost", "change the rate by more than -100%");
        }
        return action with
        {
            Mode = draft.Mode,
            Economies = everywhere ? [] : [.. economies.Select(n => Baseline.Economies[n].Code)],
        };
    }

    private ImmutableArray<string> Crossings(DraftAction draft, Func<string, int[]> economiesOf)
    {
        if (draft.Find("crossings") is { } named)
        {
            var ids = Named(named.Words);
            foreach (var id in ids)
            {
                var crossing = _tables.Crossings.First(one => one.Id == id);
                if (!IsUsed(crossing, draft.Mode))
                {
                    _issues.Add(named.Words[0], $"{crossing.Name} ({id}) is closed, or the mode does not cross there",
                        "leave it out");
                }
            }
            return ids;
        }
        if ((draft.Find("economies") is null) != (draft.Find("partners") is null))
        {
            return [];
        }
        var before = _issues.Count;
        var one = economiesOf(draft.Find("economies") is null ? "between" : "economies").ToHashSet();
        var other = draft.Find("partners") is null ? one : economiesOf("partners").ToHashSet();
        var found = _tables.Crossings.Where(crossing => IsUsed(crossing, draft.Mode)
                && _positions.TryGetValue(crossing.EconomyA, out var a) && _positions.TryGetValue(crossing.EconomyB, out var b)
                && ((one.Contains(a) && other.Contains(b)) || (one.Contains(b) && other.Contains(a))))
            .Select(crossing => crossing.Id).Order(StringComparer.Ordinal).ToImmutableArray();
        if (found.IsEmpty && _issues.Count == before)
        {
            _issues.Add(draft.Id, $"action {draft.Id}: these economies have no open crossing with each other"
                + (draft.Mode is { } mode ? $" by {LinkParser.Word(mode)}" : ""), "name crossings, or other economies");
        }
        return found;
    }

    private ImmutableArray<string> Named(ImmutableArray<FileText> words) =>
    [
        .. words.Select(_places.Value.FindCrossing).OfType<NetworkPlace>().Select(crossing => crossing.Id).Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private ImmutableArray<string> Passages(ImmutableArray<FileText> words)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (_tables.Passages.FirstOrDefault(one => Same(one.Id, word.Text) || Same(one.Name, word.Text)) is { } passage)
            {
                found.Add(passage.Id);
            }
            else
            {
                _issues.Add(word, $"no passage is called '{word}'",
                    IssueList.Suggest(word.Text, _tables.Passages.Select(one => one.Id), "passages"));
            }
        }
        return [.. found];
    }

    private static bool IsUsed(BorderCrossing crossing, TransportMode? mode) => !crossing.Closed && mode switch
    {
        TransportMode.Road => crossing.RoadHours is not null,
        TransportMode.Rail => crossing.RailHours is not null,
        _ => true,
    };

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
