using System.Collections.Immutable;
using System.Text.Json;
using Caravan.Scenarios;
using Caravan.Scenarios.Sharing;

namespace Caravan.Reporting;

/// <summary>
/// Writes the sharing of gains as one JSON object with <c>"schema": "caravan-share/1"</c>: <c>{players, values, rules, core,
/// stability, ...}</c>. A result that did not converge has its status and nothing else.
/// </summary>
public static class ShareDocument
{
    /// <summary>Writes one object and a line feed.</summary>
    /// <param name="result">The result.</param>
    /// <param name="output">Stays open.</param>
    public static void Write(ShareResult result, Stream output)
    {
        ArgumentNullException.ThrowIfNull(result);
        ArgumentNullException.ThrowIfNull(output);
        JsonTables.WriteDocument(output, writer =>
        {
            WriteHead(writer, result);
            if (result.Converged)
            {
                WritePlayers(writer, result);
                WriteValues(writer, result);
                writer.WriteStartObject("rules");
                foreach (var rule in result.Rules)
                {
                    WriteRule(writer, result, rule);
                }
                writer.WriteEndObject();
                WriteCore(writer, result);
                WriteStability(writer, result);
                WritePayments(writer, result);
                writer.WriteTable("projects", ShareTables.Projects(result));
                Texts(writer, "notes", result.Notes);
            }
        });
    }

    private static void WriteHead(Utf8JsonWriter writer, ShareResult result)
    {
        writer.WriteString("schema", "caravan-share/1");
        writer.WriteString("caravan", ProductVersion.Text);
        writer.WriteString("status", StatusOf(result));
        writer.WriteNumber("iterations", result.Iterations);
        writer.WriteFinite("residual", result.Residual);
        writer.WriteStartObject("scenario");
        writer.WriteString("name", result.Scenario.Name);
        writer.WriteString("hash", result.ScenarioHash);
        writer.WriteEndObject();
        writer.WriteStartObject("baseline");
        writer.WriteString("name", result.BaselineName);
        writer.WriteString("hash", result.BaselineHash);
        writer.WriteEndObject();
        writer.WriteStartObject("options");
        writer.WriteString("model", OptionWords.Of(result.Scenario.Options.Model));
        writer.WriteString("closure", OptionWords.Of(result.Scenario.Options.Closure));
        writer.WriteString("elasticities", result.Scenario.Options.Elasticities);
        writer.WriteString("outsiders", SharingWords.Of(result.Terms.Outsiders));
        writer.WriteString("disagreement", SharingWords.Of(result.Terms.Disagreement));
        writer.WriteStartObject("weights");
        foreach (var weight in result.Terms.Weights)
        {
            writer.WriteFinite(weight.Code, weight.Weight);
        }
        writer.WriteEndObject();
        writer.WriteNumber("sample_pairs", result.SamplePairs);
        writer.WriteNumber("seed", result.Seed);
        writer.WriteEndObject();
        if (!result.Converged)
        {
            Texts(writer, "failed_actions", result.FailedActions);
        }
    }

    private static string StatusOf(ShareResult result) => result.Converged ? "converged" : "not-converged";

    private static void WritePlayers(Utf8JsonWriter writer, ShareResult result)
    {
        writer.WriteNumber("total_musd", result.TotalMusd);
        writer.WriteNumber("tolerance_musd", result.ToleranceMusd);
        writer.WriteNumber("equilibria", result.Equilibria);
        writer.WriteStartArray("players");
        foreach (var member in result.Members)
        {
            writer.WriteStartObject();
            writer.WriteString("economy", member.Code);
            writer.WriteString("name", member.Name);
            writer.WriteFinite("income_musd", member.IncomeMusd);
            writer.WriteFinite("gain_musd", member.GainMusd);
            writer.WriteFinite("gain_pct", member.GainPct);
            writer.WriteFinite("alone_musd", member.AloneMusd);
            writer.WriteNumber("actions", member.Actions);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter writer, ShareResult result)
    {
        writer.WriteStartArray("values");
        foreach (var value in result.Values)
        {
            writer.WriteStartObject();
            Texts(writer, "coalition", result.CodesOf(value.Coalition));
            writer.WriteFinite("worth_musd", value.Musd);
            Texts(writer, "actions", result.ActionsOf(value.Actions));
            PerMember(writer, "gains_musd", result, value.GainsMusd);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void WriteRule(Utf8JsonWriter writer, ShareResult result, RuleResult rule)
    {
        writer.WriteStartObject(RuleWords.Of(rule.Rule));
        writer.WriteString("status", RuleWords.Of(rule.Status));
        if (rule.Status != FindingStatus.Found)
        {
            writer.WriteString("reason", rule.Reason);
        }
        else
        {
            writer.WriteFinite("residual_musd", rule.Residual);
            PerMember(writer, "payoffs_musd", result, rule.PayoffsMusd);
            if (!rule.StandardErrorsMusd.IsEmpty)
            {
                PerMember(writer, "standard_errors_musd", result, rule.StandardErrorsMusd);
            }
            PerMember(writer, "transfers_musd", result, rule.TransfersMusd);
            writer.WriteFinite("changes_hands_musd", rule.VolumeMusd);
            WritePayments(writer, rule.Payments);
            if (rule.InCore is { } inside && rule.Objector is { } objector)
            {
                writer.WriteBoolean("in_core", inside);
                Texts(writer, "objector", result.CodesOf(objector));
                writer.WriteFinite("objection_musd", rule.ObjectionMusd);
            }
        }
        writer.WriteEndObject();
    }

    private static void WriteCore(Utf8JsonWriter writer, ShareResult result)
    {
        var core = result.Core!;
        writer.WriteStartObject("core");
        writer.WriteString("status", RuleWords.Of(core.Status));
        if (core.Status != FindingStatus.Found)
        {
            writer.WriteString("reason", core.Reason);
            writer.WriteEndObject();
            return;
        }
        writer.WriteNumber("iterations", core.Iterations);
        writer.WriteFinite("residual", core.Residual);
        writer.WriteBoolean("empty", core.IsEmpty);
        writer.WriteFinite("least_excess_musd", core.LeastExcessMusd);
        PerMember(writer, core.IsEmpty ? "least_core_payoffs_musd" : "payoffs_musd", result, core.PayoffsMusd);
        writer.WriteStartArray("witness");
        foreach (var one in core.Witness)
        {
            writer.WriteStartObject();
            Texts(writer, "coalition", result.CodesOf(one.Coalition));
            writer.WriteFinite("weight", one.Weight);
            writer.WriteFinite("worth_musd", one.Musd);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteFinite("witness_worth_musd", core.WitnessMusd);
        if (core.NucleolusVerified is { } verified)
        {
            writer.WriteBoolean("nucleolus_verified", verified);
        }
        writer.WriteEndObject();
    }

    private static void WriteStability(Utf8JsonWriter writer, ShareResult result)
    {
        writer.WriteStartObject("stability");
        writer.WriteStartArray("internal");
        foreach (var member in result.Members)
        {
            writer.WriteStartObject();
            writer.WriteString("economy", member.Code);
            writer.WriteFinite("inside_musd", member.GainMusd);
            writer.WriteFinite("outside_musd", member.OutsideMusd);
            writer.WriteFinite("leaving_musd", member.LeavingMusd);
            writer.WriteBoolean("gains_by_leaving", member.GainsByLeaving);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
        writer.WriteTable("external", ShareTables.Accessions(result));
        writer.WriteEndObject();
        if (result.NashWithoutTransfers is { } best)
        {
            Texts(writer, "nash_without_transfers", result.ActionsOf(best.Actions));
        }
        else
        {
            writer.WriteNull("nash_without_transfers");
        }
    }

    private static void WritePayments(Utf8JsonWriter writer, ShareResult result)
    {
        writer.WriteStartObject("side_payments");
        foreach (var plan in result.Payments)
        {
            writer.WriteStartObject(RuleWords.Of(plan.Aim));
            writer.WriteString("status", RuleWords.Of(plan.Status));
            writer.WriteFinite("changes_hands_musd", plan.VolumeMusd);
            writer.WriteFinite("missing_musd", plan.ShortfallMusd);
            if (!plan.TransfersMusd.IsEmpty)
            {
                PerMember(writer, "transfers_musd", result, plan.TransfersMusd);
                WritePayments(writer, plan.Payments);
            }
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
    }

    private static void WritePayments(Utf8JsonWriter writer, ImmutableArray<MemberPayment> payments)
    {
        writer.WriteStartArray("payments");
        foreach (var payment in payments)
        {
            writer.WriteStartObject();
            writer.WriteString("from", payment.From);
            writer.WriteString("to", payment.To);
            writer.WriteFinite("musd", payment.Musd);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static void PerMember(Utf8JsonWriter writer, string name, ShareResult result, ImmutableArray<double> figures)
    {
        writer.WriteStartObject(name);
        for (var member = 0; member < figures.Length; member++)
        {
            writer.WriteFinite(result.Scenario.Members[member], figures[member]);
        }
        writer.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
        {
            writer.WriteStringValue(text);
        }
        writer.WriteEndArray();
    }
}
