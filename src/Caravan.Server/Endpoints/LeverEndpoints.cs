using System.Text.Json;
using Caravan.Scenarios;
using Caravan.Server.Contracts;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Caravan.Server.Endpoints;

/// <summary>The levers, with everything that a form for them needs.</summary>
internal static class LeverEndpoints
{
    public static void MapLevers(this RouteGroupBuilder api) => api.MapGet("/levers", All).WithTags("levers")
        .Produces<LeverContract[]>().WithSummary("The levers with their fields, ranges, defaults and sources");

    /// <summary>One of the five groups in which levers are shown, or null for a lever that belongs to none.</summary>
    internal static string? GroupOf(string lever) => lever switch
    {
        "standards" or "ntb" or "demand-shock" or "carbon" => "policy",
        "link" or "link-closure" or "border-time" or "transport-cost" => "connectivity",
        "tariff" or "digital-trade" => "trade",
        "settlement" or "deficit" or "finance" or "risk" => "finance",
        "productivity" or "labour-shock" or "mobility" => "people",
        _ => null,
    };

    private static FileContentHttpResult All(HttpContext context, Documents documents) =>
        documents.Answer(context, "levers", () => Levers.All.Select(Contract).ToArray());

    private static LeverContract Contract(Lever lever) => new(
        lever.Name, lever.Title, GroupOf(lever.Name) ?? "policy", lever.Mechanism, lever.Equation, lever.Enters,
        lever.Compounding, Word(lever.Shape), UnitOf(lever), lever.TableColumn, [.. lever.TableLabels], lever.Example,
        [.. lever.Fields.Select(Field)]);

    private static LeverFieldContract Field(LeverField field) => new(
        field.Name, Word(field.Kind), Word(field.Need), UnitOf(field.Kind), Finite(field.Minimum),
        Finite(field.Maximum), field.Default, field.DefaultText, field.DefaultWord, field.DefaultSource,
        [.. field.Words], field.Meaning);

    private static string UnitOf(Lever lever) =>
        UnitOf(lever.Fields.FirstOrDefault(field => field.IsSize)?.Kind ?? LeverFieldKind.Mode);

    private static string UnitOf(LeverFieldKind kind) => kind switch
    {
        LeverFieldKind.Rate or LeverFieldKind.Change => "%",
        LeverFieldKind.Points => "pp",
        LeverFieldKind.Days => "days",
        _ => "",
    };

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
