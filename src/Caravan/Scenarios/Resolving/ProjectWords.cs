using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Caravan.Data.Transport;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Resolving;

/// <summary>Looks up projects of the catalogue by id, status, corridor, or several of these words joined.</summary>
internal sealed class ProjectWords
{
    // a page asks for the same tables many times a second
    private static readonly ConditionalWeakTable<TransportTables, InNetwork> s_inNetwork = [];

    private readonly ImmutableArray<TransportProject> _projects;
    private readonly InNetwork _inNetwork;
    private readonly IssueList _issues;

    public ProjectWords(TransportTables tables, IssueList issues)
    {
        (_projects, _issues) = (tables.Projects, issues);
        _inNetwork = s_inNetwork.GetValue(tables, static tables => new InNetwork(tables));
    }

    /// <summary>
    /// Ids in alphabetical order. A project named by id must be of use; a word for several takes in those that are.
    /// </summary>
    /// <param name="words">What was written.</param>
    /// <param name="undo">False to build what is not there, true to take away what was completed.</param>
    public ImmutableArray<string> Find(ImmutableArray<FileText> words, bool undo)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var word in words)
        {
            if (_projects.FirstOrDefault(one => Same(one.Id, word.Text)) is { } project)
            {
                if (Obstacle(project, undo) is { } obstacle)
                {
                    _issues.Add(word, obstacle.Problem, obstacle.Repair);
                }
                found.Add(project.Id);
            }
            else if (Several(word) is { } several)
            {
                var usable = several.Where(one => Obstacle(one, undo) is null).Select(one => one.Id).ToList();
                if (usable.Count == 0)
                {
                    _issues.Add(word, $"of the {several.Count} projects called '{word}' none can be "
                        + (undo ? "taken away" : "built"), undo
                        ? "only completed projects whose links the network has can"
                        : "only projects that are planned or under construction and change the network can");
                }
                found.UnionWith(usable);
            }
        }
        return [.. found];
    }

    private (string Problem, string Repair)? Obstacle(TransportProject project, bool undo)
    {
        var completed = project.Status == LinkStatus.Existing;
        if (undo)
        {
            return !completed ? ($"project {project.Id} is not completed, so it cannot be taken away", "use lever link to build it")
                : !_inNetwork.Standing.Contains(project.Id) && project.Effects.IsEmpty
                    ? ($"project {project.Id} has no link of its own in the network, so taking it away changes nothing",
                        "leave it out")
                    : null;
        }
        return completed
            ? ($"project {project.Id} was completed and is in the network already",
                "use lever link-closure to see what it is worth")
            : !_inNetwork.Linked.Contains(project.Id) && project.Effects.IsEmpty
                ? ($"project {project.Id} has no link and no effect in the network, so building it changes nothing",
                    "leave it out, or write the line with link:")
                : null;
    }

    // "planned & middle-corridor", "completed & !europe"; null after an issue
    private List<TransportProject>? Several(FileText word)
    {
        var chosen = _projects.ToList();
        foreach (var part in word.Text.Split('&', StringSplitOptions.TrimEntries))
        {
            var not = part.StartsWith('!');
            var name = not ? part[1..].TrimStart() : part;
            var named = _projects.Where(one => Same(one.Id, name) || Same(one.Corridor, name)
                || Same(StatusWord(one.Status), name)).ToHashSet();
            if (named.Count == 0)
            {
                var known = _projects.Select(one => one.Id).Concat(_projects.Select(one => one.Corridor))
                    .Concat(_projects.Select(one => StatusWord(one.Status))).Where(one => one.Length > 0).Distinct();
                _issues.Add(word, $"no project, corridor or status is called '{name}'",
                    IssueList.Suggest(name, known, "projects"));
                return null;
            }
            chosen.RemoveAll(one => named.Contains(one) == not);
        }
        return chosen;
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    internal static string StatusWord(LinkStatus status) => status switch
    {
        LinkStatus.Existing => "completed",
        LinkStatus.UnderConstruction => "under-construction",
        LinkStatus.Planned => "planned",
        LinkStatus.Closed => "closed",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no such status"),
    };

    // projects with a link or a place of their own, and those of them that stand
    private sealed class InNetwork
    {
        public InNetwork(TransportTables tables)
        {
            var own = tables.Links.Select(link => (link.Project, link.Status))
                .Concat(tables.Places.Select(place => (place.Project, place.Status)))
                .Where(one => one.Project.Length > 0).ToList();
            Linked = [.. own.Select(one => one.Project)];
            Standing = [.. own.Where(one => one.Status == LinkStatus.Existing).Select(one => one.Project)];
        }

        public HashSet<string> Linked { get; }

        public HashSet<string> Standing { get; }
    }
}
