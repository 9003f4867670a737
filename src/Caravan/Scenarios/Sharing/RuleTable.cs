using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Numerics;

namespace Caravan.Scenarios.Sharing;

/// <summary>Applies every rule to the gains of a package.</summary>
internal sealed class RuleTable
{
    /// <summary>More members than this are estimated by sampling.</summary>
    public const int MaxExactMembers = 16;

    private const string TooMany = "it needs the worth of every coalition, which is computed for at most 16 members";

    private readonly SharedPackage _package;
    private readonly CoalitionGame? _game;
    private readonly ImmutableArray<double> _gains;
    private readonly double _total;

    /// <param name="package">A package whose coalitions were solved.</param>
    /// <param name="game">The worth of every coalition; null where there are too many.</param>
    public RuleTable(SharedPackage package, CoalitionGame? game)
    {
        (_package, _game, _gains) = (package, game, package.GainsOf(package.Grand));
        _total = FixedOrder.Sum(_gains.AsSpan());
        Floors = package.Terms.Disagreement == Disagreement.StatusQuo
            ? [.. _gains.Select(_ => 0.0)]
            : [.. Enumerable.Range(0, package.Players).Select(m => package.GainsOf(Coalition.Of(m))[m])];
    }

    /// <summary>What each member has without agreement.</summary>
    public ImmutableArray<double> Floors { get; }

    /// <summary>Every rule, in the order of people's tables.</summary>
    /// <param name="borne">Cost that each member bears.</param>
    /// <param name="values">Shapley and Banzhaf where there are too many members for every coalition.</param>
    public ImmutableArray<RuleResult> All(ImmutableArray<double> borne, ValueEstimates values) =>
    [
        _game is { } game ? Of(SharingRule.Shapley, Shapley.Values(game)) : Sampled(SharingRule.Shapley, values.Shapley!),
        OfNucleolus(),
        Of(SharingRule.Nash, NashBargaining.WithTransfers(Floors.AsSpan(), _total, Weights)),
        Of(SharingRule.Egalitarian, SharingRules.Equal(_package.Players, _total)),
        Of(SharingRule.Proportional, SharingRules.Proportional(_package.IncomeMusd.AsSpan(), _total)),
        Of(SharingRule.EqualSacrifice, SharingRules.EqualSacrifice(_gains.AsSpan())),
        borne.Any(cost => cost > 0)
            ? Of(SharingRule.CostProportional, SharingRules.Proportional(borne.AsSpan(), _total))
            : Without(SharingRule.CostProportional, FindingStatus.Undefined, "no action has a cost"),
        _game is { } same ? Of(SharingRule.Banzhaf, Banzhaf.Shares(same)) : Sampled(SharingRule.Banzhaf, values.Banzhaf!),
    ];

    private double[] Weights => [.. _package.Terms.Weights.Select(one => one.Weight)];

    private RuleResult OfNucleolus()
    {
        const SharingRule Rule = SharingRule.Nucleolus;
        if (_game is null)
        {
            return Without(Rule, FindingStatus.NotComputed, TooMany);
        }
        if (!LinearSolver.IsAvailable)
        {
            return Without(Rule, FindingStatus.NotComputed, "GLPK is not installed");
        }
        var nucleolus = Nucleolus.Solve(_game);
        var result = nucleolus.Status switch
        {
            NucleolusStatus.Found => Of(Rule, nucleolus.Payoffs.AsSpan()),
            NucleolusStatus.NoImputation => Without(
                Rule, FindingStatus.Infeasible, "members are worth less together than each alone"),
            _ => Without(Rule, FindingStatus.NotSolved, "a linear program was not solved to its tolerance"),
        };
        return result with { Iterations = nucleolus.Iterations };
    }

    private RuleResult Sampled(SharingRule rule, SampledValues sample)
    {
        var values = rule == SharingRule.Banzhaf ? Banzhaf.Raise(sample.Values.AsSpan(), _total) : [.. sample.Values];
        return Of(rule, values) with { StandardErrorsMusd = sample.StandardErrors };
    }

    private RuleResult Of(SharingRule rule, Allocation allocation) => allocation.Status switch
    {
        AllocationStatus.Found => Of(rule, allocation.Payoffs.AsSpan()),
        AllocationStatus.Infeasible => Without(rule, FindingStatus.Infeasible, allocation.Reason),
        _ => Without(rule, FindingStatus.Undefined, allocation.Reason),
    };

    private RuleResult Of(SharingRule rule, ReadOnlySpan<double> payoffs)
    {
        var transfers = Transfers.Of(_gains.AsSpan(), payoffs);
        CoalitionExcess? objection = _game is { } game ? game.LargestExcess(payoffs) : null;
        return new RuleResult
        {
            Status = FindingStatus.Found,
            Iterations = 0,
            Residual = Math.Abs(FixedOrder.Sum(payoffs) - _total),
            Rule = rule,
            PayoffsMusd = [.. payoffs],
            TransfersMusd = transfers,
            VolumeMusd = Transfers.Volume(transfers.AsSpan()),
            Payments = PaymentsOf(transfers),
            Objector = objection?.Coalition,
            ObjectionMusd = objection?.Excess ?? double.NaN,
            InCore = objection is { } one ? one.Excess <= _package.ToleranceMusd : null,
        };
    }

    private ImmutableArray<MemberPayment> PaymentsOf(ImmutableArray<double> transfers) =>
        PaymentTable.Settle(_package, transfers);

    private static RuleResult Without(SharingRule rule, FindingStatus status, string reason) =>
        new() { Status = status, Iterations = 0, Residual = double.NaN, Rule = rule, Reason = reason };
}
