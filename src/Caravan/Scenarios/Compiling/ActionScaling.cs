using System.Collections.Immutable;
using System.Globalization;
using Caravan.Data;

namespace Caravan.Scenarios.Compiling;

/// <summary>
/// An action in part. What moves is the number that says how large the action is, and it moves in a straight line from
/// nothing: half of <c>change: -50%</c> is -25 %, half of <c>points: -3pp</c> is -1.5 points, half of an <c>extent</c>,
/// <c>share</c> or number of <c>days</c> is half of it, and half of <c>to</c> is the middle between what is there and
/// the new value, cell by cell. Projects, lines, closures and whatever has a cost are done or not.
/// </summary>
internal static class ActionScaling
{
    /// <summary>The action at a share of its size; null where it has no size that could be smaller.</summary>
    /// <param name="action">The whole action.</param>
    /// <param name="share">Above zero and below one.</param>
    /// <param name="baseline">What is there without it.</param>
    public static ScenarioAction? Scale(ScenarioAction action, double share, Baseline baseline)
    {
        // half a project has no half cost that anybody stated
        var scaled = action.Finance is not null ? null : action.Lever.Name switch
        {
            "tariff" when action.Size("to") is not null || !action.Cells.IsEmpty => TowardsTariff(action, share, baseline),
            "ntb" when action.Size("to") is not null || !action.Cells.IsEmpty => TowardsBarrier(action, share),
            "tariff" or "ntb" => Sizes(action, share, "change", "points"),
            "digital-trade" => Sizes(action, share, "extent"),
            "settlement" => Cells(Sizes(action, share, "share") ?? action, share),
            "standards" or "productivity" or "labour-shock" or "demand-shock" =>
                Cells(Sizes(action, share, "change") ?? action, share),
            "transport-cost" => Sizes(action, share, "change", "days"),
            "border-time" => Sizes(action, share, "change", "cost"),
            "link" when action.Link is not null => Sizes(action, share, "speed"),
            "deficit" => Sizes(action, share, "change"),
            _ => null,
        };
        return scaled is null || scaled == action ? null : scaled with
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"{action.Id}@{100 * share:0.##}%"),
        };
    }

    private static ScenarioAction? Sizes(ScenarioAction action, double share, params string[] fields)
    {
        if (!action.Sizes.Any(size => fields.Contains(size.Field) && size.Value != 0))
        {
            return null;
        }
        return action with
        {
            Sizes = [.. action.Sizes.Select(size =>
                fields.Contains(size.Field) ? size with { Value = share * size.Value } : size)],
        };
    }

    private static ScenarioAction Cells(ScenarioAction action, double share) => action.Cells.IsEmpty ? action : action with
    {
        Cells = [.. action.Cells.Select(cell => cell with { Value = share * cell.Value })],
    };

    private static ScenarioAction TowardsBarrier(ScenarioAction action, double share)
    {
        var there = action.Size("base") ?? 0;
        return action with
        {
            Sizes = [.. action.Sizes.Select(size =>
                size.Field == "to" ? size with { Value = there + share * (size.Value - there) } : size)],
            Cells = [.. action.Cells.Select(cell => cell with { Value = there + share * (cell.Value - there) })],
        };
    }

    // each cell starts from its own tariff, so the action becomes a table
    private static ScenarioAction TowardsTariff(ScenarioAction action, double share, Baseline baseline)
    {
        var cells = ImmutableArray.CreateBuilder<ScenarioCell>();
        var count = baseline.Economies.Length;
        ActionCells.Visit(action, baseline, (cell, value) =>
        {
            var there = baseline.TariffRate.Values[cell];
            var to = action.Size("to") ?? value;
            cells.Add(new ScenarioCell(
                baseline.Sectors[cell / count / count].Code, baseline.Economies[cell / count % count].Code,
                baseline.Economies[cell % count].Code, there + share * (to - there)));
        });
        return action with
        {
            Importers = [],
            Exporters = [],
            Sectors = [],
            Sizes = [.. action.Sizes.Where(size => size.Field != "to")],
            Cells = cells.ToImmutable(),
        };
    }
}
