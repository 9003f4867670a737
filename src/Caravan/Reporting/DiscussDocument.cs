using System.Collections.Immutable;
using System.Text.Json;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>
/// Talks as one JSON object: <c>verdicts</c>, <c>packages</c>, <c>pareto</c>, <c>bargaining</c>, <c>equilibria</c>, with what
/// was solved and how well; rows have the names of the columns.
/// </summary>
public static class DiscussDocument
{
    /// <summary>Version of the document.</summary>
    public const string Schema = "caravan-discuss/1";

    /// <summary>Writes the document to <paramref name="output"/>, which stays open.</summary>
    public static void Write(DiscussResult result, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        JsonTables.WriteDocument(output, writer =>
        {
            writer.WriteString("schema", Schema);
            writer.WriteString("caravan", ProductVersion.Text);
            writer.WriteString("scenario", result.Scenario.Name);
            writer.WriteString("baseline", result.BaselineName);
            writer.WriteString("baseline_hash", result.BaselineHash);
            writer.WriteString("model", OptionWords.Of(result.Scenario.Options.Model));
            writer.WriteString("status", result.StatusName);
            writer.WriteNumber("iterations", result.Iterations);
            writer.WriteFinite("residual", result.Residual);
            writer.WriteNumber("solves", result.Solves);
            if (result.IsConverged)
            {
                WriteContent(writer, result);
            }
        });
    }

    private static void WriteContent(Utf8JsonWriter writer, DiscussResult result)
    {
        writer.WriteString("rule", DiscussWords.Of(result.Agreement.Rule).Replace(' ', '-'));
        writer.WriteFinite("threshold", result.Agreement.Threshold);
        if (result.Offer is { } offer)
        {
            writer.WriteString("offer", offer.Words);
            writer.WriteBoolean("offer_passes", offer.Passes);
            writer.WriteString("max_min", result.MaxMin < 0 ? "" : result.Packages[result.MaxMin].Words);
            writer.WriteStartObject("search");
            writer.WriteNumber("looked", result.Search.Looked);
            writer.WriteNumber("possible", result.Search.Possible);
            writer.WriteBoolean("exhaustive", result.Search.IsExhaustive);
            writer.WriteNumber("not_converged", result.Search.NotConverged);
            writer.WriteEndObject();
        }
        WriteGap(writer, result);
        Table(writer, "verdicts", result.Offer is null ? null : DiscussTables.Verdicts(result));
        Table(writer, "red_lines", result.Offer is null ? null : DiscussTables.Conditions(result));
        Table(writer, "changes", result.Offer is null ? null : DiscussTables.Changes(result));
        Table(writer, "packages", result.Offer is null ? null : DiscussTables.Packages(result));
        writer.WriteStartObject("pareto");
        writer.WriteString("first", result.Frontier?.First ?? "");
        writer.WriteString("second", result.Frontier?.Second ?? "");
        Table(writer, "points", DiscussTables.Frontier(result));
        writer.WriteEndObject();
        writer.WriteStartObject("bargaining");
        writer.WriteFinite("discount", result.Agreement.Chair.Discount);
        WriteTalks(writer, "without_payments", result, result.Talks);
        WriteTalks(writer, "with_payments", result, result.TalksWithTransfers);
        Table(writer, "values", DiscussTables.Values(result));
        writer.WriteEndObject();
        WriteEquilibria(writer, result);
        writer.WriteStartArray("remarks");
        foreach (var remark in result.Remarks)
        {
            writer.WriteStringValue(remark);
        }
        writer.WriteEndArray();
    }

    private static void WriteGap(Utf8JsonWriter writer, DiscussResult result)
    {
        if (result.Gap is not { } gap)
        {
            return;
        }
        writer.WriteStartObject("gap");
        writer.WriteStartArray("unmet");
        foreach (var line in gap.Unmet)
        {
            writer.WriteStartObject();
            writer.WriteString("economy", line.Economy);
            writer.WriteString("measure", DiscussWords.Of(line.Check.Kind));
            writer.WriteString("sector", line.Check.Sector);
            writer.WriteFinite("limit", line.Check.Limit);
            writer.WriteFinite("best", line.Check.Best);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteString("nearest", gap.Nearest?.Words ?? "");
        writer.WriteFinite("needed_musd", gap.NeededMusd);
        writer.WriteFinite("available_musd", gap.AvailableMusd);
        writer.WriteBoolean("payments_close_it", gap.PaymentsCloseIt);
        writer.WriteEndObject();
    }

    private static void WriteTalks(Utf8JsonWriter writer, string name, DiscussResult result, ChairTalks? talks)
    {
        writer.WriteStartObject(name);
        writer.WriteBoolean("solved", talks?.IsSolved ?? false);
        if (talks is { IsSolved: true })
        {
            writer.WriteNumber("iterations", talks.Iterations);
            writer.WriteFinite("residual_musd", talks.Residual);
            if (talks.Rounds is { } rounds)
            {
                writer.WriteNumber("rounds", rounds);
            }
            else
            {
                writer.WriteNull("rounds");
            }
            writer.WriteNumber("candidates", talks.Candidates);
            writer.WriteFinite("surplus_musd", talks.SurplusMusd);
            Table(writer, "steps", DiscussTables.Steps(result, talks, name));
        }
        writer.WriteEndObject();
    }

    private static void WriteEquilibria(Utf8JsonWriter writer, DiscussResult result)
    {
        writer.WriteStartObject("equilibria");
        if (result.Blocs is { } game)
        {
            Strings(writer, "blocs", game.Blocs);
            Table(writer, "profiles", BlocTables.Profiles(result));
            Table(writer, "mixed", BlocTables.Mixtures(result));
            writer.WriteBoolean("degenerate", game.IsDegenerate);
            writer.WriteFinite("regret_musd", game.Regret);
            writer.WriteString("cooperative", game.Profiles[game.Cooperative].Words);
            writer.WriteString("without_losers", game.WithoutLosers < 0 ? "" : game.Profiles[game.WithoutLosers].Words);
            Strings(writer, "best_response_path", [.. game.Path.Select(profile => game.Profiles[profile].Words)]);
            writer.WriteBoolean("path_ends", game.PathCycle < 0);
            writer.WriteString("alone", game.Alone);
            Table(writer, "dialogue", BlocTables.Dialogue(result));
        }
        if (result.Tariffs is { } tariffs)
        {
            writer.WriteBoolean("tariffs_converged", tariffs.Converged);
            writer.WriteFinite("tariffs_residual_musd", tariffs.ResidualMusd);
            Table(writer, "tariffs", BlocTables.Rates(result));
            Table(writer, "tariff_gains", BlocTables.Gains(result));
        }
        writer.WriteEndObject();
    }

    private static void Strings(Utf8JsonWriter writer, string name, ImmutableArray<string> words)
    {
        writer.WriteStartArray(name);
        foreach (var word in words)
        {
            writer.WriteStringValue(word);
        }
        writer.WriteEndArray();
    }

    private static void Table(Utf8JsonWriter writer, string name, ReportTable? table)
    {
        if (table is null)
        {
            writer.WriteStartArray(name);
            writer.WriteEndArray();
            return;
        }
        writer.WriteTable(name, table);
    }
}
