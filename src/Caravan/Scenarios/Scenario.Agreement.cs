using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios;

/// <content>Terms of agreement and blocs.</content>
public sealed partial record Scenario
{
    /// <summary>
    /// Actions that are not part of the package: members may add them in talks, and policies of blocs may name them.
    /// </summary>
    public ImmutableArray<ScenarioAction> Standby { get; init; } = [];

    /// <summary>Red lines, rule and chair; null where the file says nothing.</summary>
    public Agreement? Agreement { get; init; }

    /// <summary>Blocs that choose policies; empty where the file names none.</summary>
    public ImmutableArray<Bloc> Blocs { get; init; } = [];

    private void AppendAgreement(StringBuilder text)
    {
        if (Agreement is not { } agreement)
        {
            return;
        }
        text.Append("agreement:\n");
        if (!agreement.RedLines.IsEmpty)
        {
            text.Append("  red_lines:\n");
            foreach (var line in agreement.RedLines)
            {
                text.Append(CultureInfo.InvariantCulture, $"    {Word(line.Economy)}: {{{RedLineText(line)}}}\n");
            }
        }
        Line("rule", AgreementParser.Word(agreement.Rule));
        if (agreement.Rule != AgreementRule.Consensus)
        {
            Line("threshold", Share(agreement.Threshold));
        }
        if (!agreement.Weights.IsEmpty)
        {
            Line("weights", ByMember(agreement.Weights));
        }
        var chair = agreement.Chair;
        var rounds = chair.Rounds is { } count ? $", rounds: {count}" : "";
        var who = !chair.Probabilities.IsEmpty ? $"probabilities: {ByMember(chair.Probabilities)}, "
            : !chair.Order.IsEmpty ? $"order: {Words(chair.Order)}, " : "";
        Line("chair", FormattableString.Invariant($"{{{who}discount: {chair.Discount:R}{rounds}}}"));
        if (!agreement.Offer.IsEmpty)
        {
            Line("offer", Words(agreement.Offer));
        }
        if (agreement.Source.Length > 0)
        {
            Line("source", Quote(agreement.Source));
        }

        void Line(string key, string value) => text.Append(CultureInfo.InvariantCulture, $"  {key}: {value}\n");
    }

    private void AppendBlocs(StringBuilder text)
    {
        if (Blocs.IsEmpty)
        {
            return;
        }
        text.Append("blocs:\n");
        foreach (var bloc in Blocs)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Word(bloc.Name)}:\n");
            text.Append(CultureInfo.InvariantCulture, $"    members: {Words(bloc.Members)}\n");
            text.Append("    policies:\n");
            foreach (var policy in bloc.Policies)
            {
                var actions = string.Join(", ", policy.Actions.Select(action => $"{Word(action.Id)}: {Share(action.Size)}"));
                text.Append(CultureInfo.InvariantCulture, $"      {Word(policy.Name)}: {{{actions}}}\n");
            }
            var on = bloc.Tariff.On.IsEmpty ? "" : $"on: {Words(bloc.Tariff.On)}, ";
            var sectors = bloc.Tariff.Sectors.IsEmpty ? "" : $"sectors: {Words(bloc.Tariff.Sectors)}, ";
            text.Append(CultureInfo.InvariantCulture, $"    tariff: {{{on}{sectors}minimum: {Share(bloc.Tariff.Minimum)}, "
                + $"maximum: {Share(bloc.Tariff.Maximum)}}}\n");
        }
    }

    private static string RedLineText(RedLine line)
    {
        var parts = new List<string>();
        if (line.MinimumGainPct is { } percent)
        {
            parts.Add(FormattableString.Invariant($"minimum_gain_pct: {percent:R}"));
        }
        if (line.MinimumGainMusd is { } money)
        {
            parts.Add(FormattableString.Invariant($"minimum_gain_musd: {money:R}"));
        }
        if (!line.Sectors.IsEmpty)
        {
            parts.Add("sectors: {" + string.Join(", ", line.Sectors.Select(
                limit => $"{Word(limit.Sector)}: {Share(limit.Limit)}")) + "}");
        }
        if (!line.Debt.IsEmpty)
        {
            parts.Add("maximum_debt_pct: {" + string.Join(", ", line.Debt.Select(
                limit => FormattableString.Invariant($"{limit.Ratio}: {limit.LimitPct:R}"))) + "}");
        }
        if (line.Source.Length > 0)
        {
            parts.Add($"source: {Quote(line.Source)}");
        }
        return string.Join(", ", parts);
    }

    private string ByMember(ImmutableArray<double> shares) => "{" + string.Join(", ", Members.Zip(shares)
        .Select(pair => $"{Word(pair.First)}: {Share(pair.Second)}")) + "}";

    private static string Share(double share) => SizeParser.Format(share, LeverFieldKind.Rate);
}
