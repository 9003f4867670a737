using System.Collections.Immutable;
using Caravan.Data.Transport;

namespace Caravan.Reporting;

/// <summary>The catalogue of transport projects as a table.</summary>
public static class ProjectList
{
    /// <summary>One row a project, in the catalogue's order.</summary>
    public static ReportTable Of(ImmutableArray<TransportProject> projects) => new()
    {
        Name = "projects",
        Title = "Transport projects: `project: NAME` in the levers link and link-closure",
        Columns =
        [
            new("project", "Project", ColumnFormat.Text), new("status", "Status", ColumnFormat.Text),
            new("corridor", "Corridor", ColumnFormat.Text), new("economies", "Economies", ColumnFormat.Text),
            new("name", "What it is", ColumnFormat.Text),
        ],
        Rows = projects.Select(project => (ImmutableArray<ReportCell>)
        [
            project.Id, Status(project.Status), project.Corridor, string.Join(' ', project.Economies), project.Name,
        ]),
    };

    private static string Status(LinkStatus status) => status switch
    {
        LinkStatus.Existing => "completed",
        LinkStatus.UnderConstruction => "under-construction",
        LinkStatus.Planned => "planned",
        LinkStatus.Closed => "closed",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no such status"),
    };
}
