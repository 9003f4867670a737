using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Numerics;

namespace Caravan.Scenarios.Sharing;

/// <summary>The core of a package and the least payments that keep members in.</summary>
internal static class PaymentTable
{
    // the least core has no room inside; this much, relative to the largest worth, is given to rounding
    private const double Room = 1e-9;

    /// <summary>The core; the reason instead where it is not computed.</summary>
    public static CoreFinding CoreOf(SharedPackage package, CoalitionGame? game, RuleResult nucleolus)
    {
        if (game is null || !LinearSolver.IsAvailable)
        {
            return new CoreFinding
            {
                Status = FindingStatus.NotComputed,
                Iterations = 0,
                Residual = double.NaN,
                Reason = nucleolus.Reason,
            };
        }
        var core = Core.Test(game, package.ToleranceMusd);
        if (core.Status != LinearStatus.Optimal)
        {
            return new CoreFinding
            {
                Status = FindingStatus.NotSolved,
                Iterations = core.Iterations,
                Residual = core.Residual,
                Reason = "the linear program was not solved to its tolerance",
            };
        }
        return new CoreFinding
        {
            Status = FindingStatus.Found,
            Iterations = core.Iterations,
            Residual = core.Residual,
            IsEmpty = core.IsEmpty,
            LeastExcessMusd = core.LeastExcess,
            PayoffsMusd = core.Payoffs,
            Witness = [.. core.Witness.Select(one => new WitnessCoalition(one.Coalition, one.Weight, one.Worth))],
            WitnessMusd = core.Witness.Sum(one => one.Weight * one.Worth),
            NucleolusVerified = nucleolus.Status == FindingStatus.Found
                ? KohlbergCheck.Verify(game, nucleolus.PayoffsMusd.AsSpan()).Holds
                : null,
        };
    }

    /// <summary>The least payments for each aim.</summary>
    public static ImmutableArray<PaymentPlan> PlansOf(SharedPackage package, CoalitionGame? game, CoreFinding core)
    {
        var gains = package.GainsOf(package.Grand);
        var players = Enumerable.Range(0, package.Players).ToArray();
        double[] alone = [.. players.Select(m => package.GainsOf(Coalition.Of(m))[m])];
        double[] outside = [.. players.Select(m => package.GainsOf(package.Grand.Without(m))[m])];
        var plans = ImmutableArray.CreateBuilder<PaymentPlan>();
        plans.Add(Plan(package, PaymentAim.NobodyLoses, SidePayments.KeepPlayers(gains.AsSpan(), new double[gains.Length])));
        plans.Add(Plan(package, PaymentAim.NobodyBetterAlone, SidePayments.KeepPlayers(gains.AsSpan(), alone)));
        plans.Add(Plan(package, PaymentAim.NobodyGainsByLeaving, SidePayments.KeepPlayers(gains.AsSpan(), outside)));
        if (game is null || core.Status != FindingStatus.Found)
        {
            plans.Add(new PaymentPlan
            {
                Status = core.Status,
                Iterations = 0,
                Residual = double.NaN,
                Aim = PaymentAim.NoCoalitionObjects,
            });
            return plans.ToImmutable();
        }
        var room = Room * game.Scale;
        var whole = core.IsEmpty
            ? new SidePayments
            {
                Status = LinearStatus.Infeasible,
                Iterations = core.Iterations,
                Residual = core.Residual,
                Shortfall = Core.Shortfall(game),
            }
            : SidePayments.KeepCoalitions(game, gains.AsSpan(), Math.Max(0, core.LeastExcessMusd) + room);
        plans.Add(Plan(package, PaymentAim.NoCoalitionObjects, whole));
        if (core.IsEmpty)
        {
            plans.Add(Plan(package, PaymentAim.LeastCore,
                SidePayments.KeepCoalitions(game, gains.AsSpan(), core.LeastExcessMusd + room)));
        }
        return plans.ToImmutable();
    }

    /// <summary>Payments that settle transfers, by the members' codes.</summary>
    public static ImmutableArray<MemberPayment> Settle(SharedPackage package, ImmutableArray<double> transfers)
    {
        var codes = package.Scenario.Members;
        return
        [
            .. Transfers.Settle(transfers.AsSpan(), package.ToleranceMusd)
                .Select(payment => new MemberPayment(codes[payment.From], codes[payment.To], payment.Amount)),
        ];
    }

    private static PaymentPlan Plan(SharedPackage package, PaymentAim aim, SidePayments least) => new()
    {
        Status = least.Status switch
        {
            LinearStatus.Optimal => FindingStatus.Found,
            LinearStatus.Infeasible => FindingStatus.Infeasible,
            _ => FindingStatus.NotSolved,
        },
        Iterations = least.Iterations,
        Residual = least.Residual,
        Aim = aim,
        VolumeMusd = least.Volume,
        ShortfallMusd = least.Status == LinearStatus.Infeasible ? least.Shortfall : double.NaN,
        TransfersMusd = least.Transfers,
        Payments = least.Transfers.IsEmpty ? [] : Settle(package, least.Transfers),
    };
}
