using System.Collections.Immutable;
using Caravan.Data;
using Caravan.Numerics;
using Caravan.Scenarios.Financing;

namespace Caravan.Scenarios.Agreements;

/// <summary>Compares outcomes with what members will not accept, and votes with the decision rule.</summary>
internal sealed class RedLines
{
    // nearer to a limit is rounding of the solver, whose tolerance is 1e-10
    private const double NoisePct = 1e-6;
    private const double VoteRounding = 1e-9;

    private readonly Agreement _agreement;
    private readonly int[] _members;
    private readonly RedLine?[] _lines;
    private readonly ImmutableArray<OutputCell> _watched;
    private readonly Baseline _baseline;
    private readonly int[] _debtors;

    public RedLines(Scenario scenario, Agreement agreement, Baseline baseline)
    {
        (_agreement, _baseline) = (agreement, baseline);
        _members = [.. scenario.Members.Select(baseline.IndexOfEconomy)];
        _lines = [.. scenario.Members.Select(code => agreement.RedLines.FirstOrDefault(line => line.Economy == code))];
        _debtors = [.. _members.Where((_, member) => _lines[member] is { Debt.IsEmpty: false })];
        _watched =
        [
            .. _lines.SelectMany((line, member) => (line?.Sectors ?? []).Select(limit =>
                new OutputCell(_members[member], baseline.IndexOfSector(limit.Sector)))),
        ];
    }

    /// <summary>Members with limits on debt, by position in the baseline; the solver has to tell their exports.</summary>
    public ImmutableArray<int> Debtors => [.. _debtors];

    /// <summary>Debt ratios of an economy under an outcome, per cent; set before any red line on debt is looked at.</summary>
    public Func<PackageOutcome, int, ImmutableArray<double>> DebtOf { get; set; } = (_, _) => [];

    /// <summary>Sectors whose output the solver has to tell.</summary>
    public ImmutableArray<OutputCell> Watched => _watched;

    /// <summary>Positions of the members in the baseline.</summary>
    public ReadOnlySpan<int> Members => _members;

    /// <summary>True where a member accepts an outcome.</summary>
    public bool Accepts(PackageOutcome outcome, int member) => Conditions(member)
        .All(condition => Holds(condition, ValueOf(outcome, condition)));

    /// <summary>What is missing to a member's least gain, million dollars; infinite where a sector loses too much, negative
    /// by what it gains beyond.</summary>
    public double MissingMusd(PackageOutcome outcome, int member)
    {
        var missing = double.NegativeInfinity;
        var n = _members[member];
        foreach (var condition in Conditions(member))
        {
            var value = ValueOf(outcome, condition);
            missing = Math.Max(missing, condition.Kind switch
            {
                RedLineKind.SectorOutputPct or RedLineKind.DebtPct => Holds(condition, value)
                    ? double.NegativeInfinity : double.PositiveInfinity,
                RedLineKind.GainMusd => condition.Limit - value,
                _ => (condition.Limit - value) * MusdPerPct(outcome, n),
            });
        }
        return missing;
    }

    /// <summary>The least gain that a member accepts, million dollars a year.</summary>
    public double FloorMusd(int member, double incomeMusd) => Conditions(member).Max(condition => condition.Kind switch
    {
        RedLineKind.GainPct => condition.Limit * incomeMusd / 100,
        RedLineKind.GainMusd => condition.Limit,
        _ => double.NegativeInfinity,
    });

    /// <summary>True where no sector of a member loses more and no debt ratio rises higher than it may.</summary>
    public bool NoPaymentNeeded(PackageOutcome outcome, int member) => Conditions(member)
        .Where(condition => condition.Kind is RedLineKind.SectorOutputPct or RedLineKind.DebtPct)
        .All(condition => Holds(condition, ValueOf(outcome, condition)));

    /// <summary>The conditions of a member, with what the offer and the best of other outcomes give.</summary>
    public ImmutableArray<RedLineCheck> Checks(
        PackageOutcome offer, int member, IReadOnlyCollection<PackageOutcome> outcomes) =>
    [
        .. Conditions(member).Select(condition =>
        {
            var value = ValueOf(offer, condition);
            var values = outcomes.Select(outcome => ValueOf(outcome, condition)).Append(value);
            var best = condition.Kind == RedLineKind.DebtPct ? values.Min() : values.Max();
            return new RedLineCheck(condition.Kind, condition.Sector, condition.Limit, value, best)
            {
                Holds = Holds(condition, value),
                CanHold = Holds(condition, best),
            };
        }),
    ];

    /// <summary>True where a package passes with these members in favour.</summary>
    public bool Passes(IReadOnlyList<bool> inFavour)
    {
        var votes = new double[inFavour.Count];
        for (var member = 0; member < votes.Length; member++)
        {
            votes[member] = !inFavour[member] ? 0
                : _agreement.Weights.IsEmpty ? 1.0 / votes.Length : _agreement.Weights[member];
        }
        return votes.Length > 0 && FixedOrder.Sum(votes) >= _agreement.Threshold - VoteRounding;
    }

    // who sets no least gain accepts what costs it nothing
    private IEnumerable<Condition> Conditions(int member)
    {
        var line = _lines[member];
        if (line?.MinimumGainPct is { } percent)
        {
            yield return new Condition(member, RedLineKind.GainPct, "", percent, -1);
        }
        if (line?.MinimumGainMusd is { } money)
        {
            yield return new Condition(member, RedLineKind.GainMusd, "", money, -1);
        }
        if (line is not { MinimumGainPct: not null } and not { MinimumGainMusd: not null })
        {
            yield return new Condition(member, RedLineKind.GainPct, "", 0, -1);
        }
        foreach (var limit in line?.Sectors ?? [])
        {
            var cell = new OutputCell(_members[member], _baseline.IndexOfSector(limit.Sector));
            yield return new Condition(
                member, RedLineKind.SectorOutputPct, limit.Sector, 100 * limit.Limit, _watched.IndexOf(cell));
        }
        foreach (var limit in line?.Debt ?? [])
        {
            yield return new Condition(member, RedLineKind.DebtPct, limit.Ratio, limit.LimitPct,
                FinanceWords.RatioIds.IndexOf(limit.Ratio));
        }
    }

    private double ValueOf(PackageOutcome outcome, Condition condition) => condition.Kind switch
    {
        RedLineKind.GainPct => outcome.RealIncomePct[_members[condition.Member]],
        RedLineKind.GainMusd => outcome.RealIncomeMusd[_members[condition.Member]],
        RedLineKind.DebtPct => DebtOf(outcome, _members[condition.Member])[condition.Watched],
        _ => outcome.WatchedOutputPct[condition.Watched],
    };

    private static bool Holds(Condition condition, double value) => condition.Kind == RedLineKind.DebtPct
        ? value <= condition.Limit + NoisePct
        : value >= condition.Limit - NoisePct * (condition.Kind == RedLineKind.GainMusd ? Math.Max(1, Math.Abs(value)) : 1);

    private double MusdPerPct(PackageOutcome outcome, int n) => Math.Abs(outcome.RealIncomePct[n]) > 1e-9
        ? outcome.RealIncomeMusd[n] / outcome.RealIncomePct[n]
        : _baseline.ValueAdded[n] / 100;

    private readonly record struct Condition(int Member, RedLineKind Kind, string Sector, double Limit, int Watched);
}
