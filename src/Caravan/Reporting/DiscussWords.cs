using System.Collections.Immutable;
using Caravan.Scenarios;

namespace Caravan.Reporting;

/// <summary>Packages, conditions and changes in words.</summary>
internal static class DiscussWords
{
    /// <summary>A package by what is in it, or by what is not where that is shorter.</summary>
    public static string Of(PackageGains package, Scenario scenario) => Of(package.Actions, scenario);

    public static string Of(ImmutableArray<SizedAction> package, Scenario scenario)
    {
        if (package.IsEmpty)
        {
            return "nothing";
        }
        ImmutableArray<string> all = [.. scenario.Actions.Select(action => action.Id)];
        var whole = package.Where(action => action.Size == 1).Select(action => action.Id).ToList();
        var parts = package.Where(action => action.Size < 1).Select(Part).ToList();
        var missing = all.Where(id => !package.Any(action => action.Id == id)).ToList();
        if (whole.Count + parts.Count <= missing.Count + 1 || package.Any(action => !all.Contains(action.Id)))
        {
            return string.Join(", ", whole.Concat(parts));
        }
        var words = missing.Count == 0 ? "all" : $"all but {string.Join(", ", missing)}";
        return parts.Count == 0 ? words : $"{words}; {string.Join(", ", parts)}";
    }

    public static string Of(RedLineKind kind) => kind switch
    {
        RedLineKind.GainPct => "real_income_pct",
        RedLineKind.GainMusd => "real_income_musd",
        RedLineKind.DebtPct => "debt_pct",
        _ => "sector_output_pct",
    };

    /// <summary>A condition for people, with what it is about and where the limit lies.</summary>
    public static string Sentence(RedLineCheck check) => check.Kind switch
    {
        RedLineKind.GainPct => $"real income at least {NumberText.Change(check.Limit, 2)} %",
        RedLineKind.GainMusd => $"real income at least {NumberText.Change(check.Limit, 0)} musd",
        RedLineKind.DebtPct => $"{check.Sector} at most {NumberText.Level(check.Limit, 2)} %",
        _ => $"output of {check.Sector} at least {NumberText.Change(check.Limit, 2)} %",
    };

    /// <summary>Million dollars with digits where they are few.</summary>
    public static string Money(double musd) => NumberText.Level(musd, Math.Abs(musd) < 100 ? 2 : 0);

    public static string Of(TurningKind kind) => kind switch
    {
        TurningKind.Drop => "drop",
        TurningKind.Halve => "halve",
        _ => "add",
    };

    public static string Of(AgreementRule rule) => rule switch
    {
        AgreementRule.Consensus => "consensus",
        AgreementRule.QualifiedMajority => "qualified majority",
        _ => "weighted votes",
    };

    /// <summary>The single changes that turn a refusal: the best few by name.</summary>
    public static string Turning(MemberVerdict verdict, int members)
    {
        if (verdict.Accepts)
        {
            return "";
        }
        const int Shown = 3;
        var words = verdict.Changes.Take(Shown)
            .Select(change => $"{Of(change.Kind)} {change.Action} ({change.Accepting} of {members} then accept)").ToList();
        if (verdict.Changes.Length > Shown)
        {
            words.Add($"or {verdict.Changes.Length - Shown} more");
        }
        return words.Count > 0 ? string.Join(", ", words)
            : double.IsFinite(verdict.TransferMusd) ? "no single action; a payment" : "no single action and no payment";
    }

    private static string Part(SizedAction action) =>
        action.Size == 0.5 ? $"half of {action.Id}" : $"{NumberText.Level(100 * action.Size, 0)} % of {action.Id}";
}
