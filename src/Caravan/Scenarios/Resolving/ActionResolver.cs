using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Resolving;

/// <summary>Resolves one action at a time.</summary>
internal sealed class ActionResolver(
    Baseline baseline, EconomyWords economies, SectorWords sectors, int[] members, Lazy<NetworkResolver> network,
    FinanceResolver money, IssueList issues)
{
    public ScenarioAction Resolve(DraftAction draft)
    {
        var action = ResolveLever(draft);
        return draft.Project is null ? action : action with { Finance = money.Project(draft.Project, action) };
    }

    private ScenarioAction ResolveLever(DraftAction draft)
    {
        var action = new ScenarioAction
        {
            Id = draft.Id.Text,
            Title = draft.Title.Length > 0 ? draft.Title : draft.Lever.Title,
            Lever = draft.Lever,
            By = ResolveBy(draft),
            Sizes = FillSizes(draft),
            Source = draft.Source,
            File = draft.Id.File,
            Line = draft.Id.Line,
        };
        if (draft.UsesNetwork)
        {
            return network.Value.Resolve(draft, action, field => EconomiesOf(draft, field));
        }
        action = draft.Table is { } table
            ? action with { Cells = ResolveCells(draft, table) }
            : ResolveRanges(draft, action);
        CheckDays(action);
        return action;
    }

    private ImmutableArray<string> ResolveBy(DraftAction draft)
    {
        if (draft.By.IsEmpty)
        {
            return Codes(members);
        }
        var by = new SortedSet<int>();
        foreach (var word in draft.By)
        {
            var found = economies.Find([word]);
            by.UnionWith(found);
            var strangers = found.Except(members).Select(n => baseline.Economies[n].Code).ToList();
            if (strangers.Count > 0)
            {
                issues.Add(word, $"by names {string.Join(", ", strangers.Take(5))}, which "
                    + (strangers.Count == 1 ? "is no member" : "are no members"),
                    "only members agree to actions; add them to members or leave them out");
            }
        }
        return Codes([.. by]);
    }

    private static ImmutableArray<ScenarioSize> FillSizes(DraftAction draft)
    {
        var given = draft.Sizes;
        var chosen = draft.Table is not null
            || draft.Lever.Fields.Any(field => field.Need == LeverFieldNeed.OneOf
                && given.Any(size => size.Field == field.Name));
        var sizes = ImmutableArray.CreateBuilder<ScenarioSize>();
        foreach (var field in draft.Lever.Fields.Where(field => field.IsSize))
        {
            var at = given.Select(size => size.Field).ToList().IndexOf(field.Name);
            if (at >= 0)
            {
                sizes.Add(given[at]);
            }
            // what a lever without routes assumes is known where routes are computed
            else if (field.Default is { } value && !draft.UsesNetwork && !(field.Need == LeverFieldNeed.OneOf && chosen))
            {
                sizes.Add(new ScenarioSize(field.Name, value));
            }
        }
        return sizes.ToImmutable();
    }

    private ScenarioAction ResolveRanges(DraftAction draft, ScenarioAction action)
    {
        var sectorField = draft.Lever.Field("sectors");
        if (sectorField is not null)
        {
            action = action with { Sectors = [.. SectorsOf(draft, sectorField).Select(j => baseline.Sectors[j].Code)] };
        }
        if (draft.Lever.Shape != LeverShape.Bilateral)
        {
            return action with { Economies = Codes(EconomiesOf(draft, "economies")) };
        }
        var between = draft.Find("between") is not null;
        var importers = EconomiesOf(draft, between ? "between" : "importers");
        var exporters = EconomiesOf(draft, between ? "between" : "exporters");
        // after another problem names may be missing here that the author did write
        if (issues.Count == 0 && importers.Length == 1 && exporters.Length == 1 && importers[0] == exporters[0])
        {
            issues.Add(draft.Id, $"action {draft.Id} is about trade of {baseline.Economies[importers[0]].Code} with "
                + "itself, which no lever touches", "name the partners as well");
        }
        return action with { Importers = Codes(importers), Exporters = Codes(exporters) };
    }

    private int[] EconomiesOf(DraftAction draft, string field)
    {
        var given = draft.Find(field);
        if (given is null && members.Length == 0)
        {
            issues.Add(draft.Id, $"action {draft.Id} leaves out {field}, and the scenario has no members",
                $"name {field}, or the members of the scenario");
            return [];
        }
        var before = issues.Count;
        var found = given is null ? members : economies.Find(given.Words);
        if (given is { Words.IsEmpty: false } && found.Length == 0 && issues.Count == before)
        {
            issues.Add(given.Words[0], $"{field}: {string.Join(", ", given.Words)} names no economy of this baseline");
        }
        return found;
    }

    private int[] SectorsOf(DraftAction draft, LeverField field) => draft.Find("sectors") is { } given
        ? sectors.Find(given.Words)
        : field.DefaultWord.Length == 0 ? []
        : sectors.Find([new FileText(field.DefaultWord, draft.Id.File, draft.Id.Line)]);

    private ImmutableArray<ScenarioCell> ResolveCells(DraftAction draft, DraftTable table)
    {
        var everySector = table.HasSectors || draft.Lever.Shape == LeverShape.Economy ? [] : TableSectors(draft);
        var cells = ImmutableArray.CreateBuilder<ScenarioCell>();
        var seen = new Dictionary<(string Sector, string Origin, string Destination), int>();
        foreach (var row in table.Rows)
        {
            var origin = economies.FindOne(row.Origin);
            var destination = draft.Lever.Shape == LeverShape.Bilateral ? economies.FindOne(row.Destination) : origin;
            if (origin is null || destination is null)
            {
                continue;
            }
            if (draft.Lever.Shape == LeverShape.Bilateral && origin == destination)
            {
                if (row.Value == 0)
                {
                    // exported tables list own sales too, with nothing on them
                    continue;
                }
                issues.Add(row.Origin, $"{row.Origin} with itself: trade at home cannot be touched", "remove the row");
                continue;
            }
            var codes = draft.Lever.Shape == LeverShape.Economy ? [""]
                : (table.HasSectors ? sectors.FindOne(row.Sector) : everySector)
                    .Select(j => baseline.Sectors[j].Code);
            foreach (var sector in codes)
            {
                var cell = new ScenarioCell(sector, baseline.Economies[origin.Value].Code,
                    draft.Lever.Shape == LeverShape.Bilateral ? baseline.Economies[destination.Value].Code : "",
                    row.Value);
                if (seen.TryAdd((cell.Sector, cell.Origin, cell.Destination), row.Origin.Line))
                {
                    cells.Add(cell);
                }
                else
                {
                    var first = seen[(cell.Sector, cell.Origin, cell.Destination)];
                    issues.Add(row.Origin, $"the cell {Name(cell)} is given twice; first on line {first}");
                }
            }
        }
        return cells.ToImmutable();
    }

    private int[] TableSectors(DraftAction draft)
    {
        var field = draft.Lever.Field("sectors")!;
        if (field.DefaultWord.Length == 0 && draft.Find("sectors") is null)
        {
            issues.Add(draft.Id, $"action {draft.Id}: neither the table nor the action names sectors",
                "add a column sector, or the key sectors");
            return [];
        }
        return SectorsOf(draft, field);
    }

    private void CheckDays(ScenarioAction action)
    {
        if (action.Size("days") is { } days && action.Size("base_days") is { } there && there + days < 0)
        {
            issues.Add(action.File, action.Line, FormattableString.Invariant(
                $"action {action.Id} takes {-days} days off a way of {there} days"), "give base_days, or fewer days");
        }
    }

    private static string Name(ScenarioCell cell) =>
        string.Join(" ", new[] { cell.Sector, cell.Origin, cell.Destination }.Where(part => part.Length > 0));

    private ImmutableArray<string> Codes(int[] positions) => [.. positions.Select(n => baseline.Economies[n].Code)];
}
