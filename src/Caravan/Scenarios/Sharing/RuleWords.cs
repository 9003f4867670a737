using System.Collections.Immutable;

namespace Caravan.Scenarios.Sharing;

/// <summary>The words that files and people use for rules, aims and findings.</summary>
public static class RuleWords
{
    private static readonly ImmutableArray<string> s_rules =
    [
        "shapley", "nucleolus", "nash", "egalitarian", "proportional", "equal_sacrifice", "cost_proportional", "banzhaf",
    ];

    private static readonly ImmutableArray<string> s_titles =
    [
        "Shapley", "Nucleolus", "Nash", "Equal", "By income", "Equal sacrifice", "By cost", "Banzhaf",
    ];

    private static readonly ImmutableArray<string> s_meanings =
    [
        "what each member adds, averaged over every order of joining (Shapley 1953)",
        "the largest complaint of a coalition made as small as can be, then the next (Schmeidler 1969)",
        "what each has without agreement, and the surplus shared by weight (Nash 1950)",
        "the same amount to each",
        "the same percentage of base income to each",
        "who gains gives up the same part of the gain, who loses is made whole (Young 1988)",
        "the same return on each dollar of cost borne",
        "what each member adds, averaged over every coalition of the others, raised to the sum (Ruiz et al. 1996)",
    ];

    private static readonly ImmutableArray<string> s_aims =
    [
        "nobody_loses", "nobody_better_alone", "nobody_gains_by_leaving", "no_coalition_objects", "least_core",
    ];

    private static readonly ImmutableArray<string> s_aimTitles =
    [
        "No member loses", "No member is better off alone", "No member gains by leaving", "No coalition objects",
        "No coalition by more than the least core",
    ];

    /// <summary>A rule in files.</summary>
    public static string Of(SharingRule rule) => s_rules[(int)rule];

    /// <summary>A rule for people.</summary>
    public static string Title(SharingRule rule) => s_titles[(int)rule];

    /// <summary>What a rule does, in a clause.</summary>
    public static string Meaning(SharingRule rule) => s_meanings[(int)rule];

    /// <summary>An aim in files.</summary>
    public static string Of(PaymentAim aim) => s_aims[(int)aim];

    /// <summary>An aim for people.</summary>
    public static string Title(PaymentAim aim) => s_aimTitles[(int)aim];

    /// <summary>A status in files.</summary>
    public static string Of(FindingStatus status) => status switch
    {
        FindingStatus.Found => "found",
        FindingStatus.Infeasible => "infeasible",
        FindingStatus.Undefined => "undefined",
        FindingStatus.NotComputed => "not_computed",
        FindingStatus.NotSolved => "not_solved",
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "no such status"),
    };
}
