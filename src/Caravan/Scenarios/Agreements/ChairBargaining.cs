using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Numerics;

namespace Caravan.Scenarios.Agreements;

/// <summary>From packages and terms to bargaining with a chair, and back to members and money.</summary>
internal sealed class ChairBargaining
{
    private readonly Agreement _agreement;
    private readonly ImmutableArray<PackageGains> _candidates;
    private readonly ImmutableArray<bool> _sectorsHold;
    private readonly ImmutableArray<double> _floors;
    private readonly DecisionRule _rule;
    private readonly Recognition _chair;
    private readonly int _players;

    /// <summary>Talks of 1 to 128 members over packages.</summary>
    /// <param name="members">Codes of the members.</param>
    /// <param name="agreement">Rule and chair.</param>
    /// <param name="packages">Packages to bargain over.</param>
    /// <param name="sectorsHold">[package] Whether every member's sectors stay within their lines.</param>
    /// <param name="floors">The least gain that each member accepts, million dollars.</param>
    public ChairBargaining(
        ImmutableArray<string> members, Agreement agreement, ImmutableArray<PackageGains> packages,
        ImmutableArray<bool> sectorsHold, ImmutableArray<double> floors)
    {
        (_agreement, _players, _floors) = (agreement, members.Length, floors);
        _rule = agreement.Rule switch
        {
            AgreementRule.Weighted => DecisionRule.Weighted(agreement.Weights, agreement.Threshold),
            AgreementRule.QualifiedMajority => DecisionRule.Majority(_players, agreement.Threshold),
            _ => DecisionRule.Consensus(_players),
        };
        var chair = agreement.Chair;
        _chair = !chair.Probabilities.IsEmpty ? Recognition.Lot(chair.Probabilities)
            : Recognition.Rotation(_players, chair.Order.IsEmpty
                ? [.. Enumerable.Range(0, _players)] : [.. chair.Order.Select(code => members.IndexOf(code))]);
        // a package that another betters for somebody at nobody's cost is proposed by nobody; red lines are part of the
        // comparison, since crossing one is worse than any gain is good
        var values = new double[packages.Length * 2 * _players];
        for (var package = 0; package < packages.Length; package++)
        {
            for (var player = 0; player < _players; player++)
            {
                values[package * 2 * _players + player] = packages[package].GainMusd[player];
                values[(package * 2 + 1) * _players + player] = packages[package].Accepts[player] ? 1 : 0;
            }
        }
        int[] frontier =
            [.. ParetoFrontier.Of(new Matrix<double>(packages.Length, 2 * _players, values)).Order()];
        _candidates = [.. frontier.Select(package => packages[package])];
        _sectorsHold = [.. frontier.Select(package => sectorsHold[package])];
    }

    private ImmutableArray<double> Discount => [.. Enumerable.Repeat(_agreement.Chair.Discount, _players)];

    /// <summary>Talks over packages as they are.</summary>
    public ChairTalks Plain()
    {
        var gains = _candidates.SelectMany(package => package.GainMusd).ToArray();
        var problem = new BargainingProblem(
            new Matrix<double>(_candidates.Length, _players, gains), _rule, _chair, Discount)
        {
            IsAllowed = [.. _candidates.SelectMany(package => package.Accepts)],
        };
        var result = _agreement.Chair.Rounds is { } rounds
            ? SequentialBargaining.Solve(problem, rounds) : SequentialBargaining.Solve(problem);
        return Talks(result, 0, offer => _candidates[offer]);
    }

    /// <summary>Talks in which members may pay each other, over the package with the largest sum that keeps every sector
    /// within its line; null where votes of different weight are too many to compare.</summary>
    public ChairTalks? WithTransfers()
    {
        if (!_rule.HasEqualWeights && _players > TransferBargaining.MaxWeightedPlayers)
        {
            return null;
        }
        var best = -1;
        for (var package = 0; package < _candidates.Length; package++)
        {
            if (_sectorsHold[package] && (best < 0 || _candidates[package].TotalMusd > _candidates[best].TotalMusd))
            {
                best = package;
            }
        }
        var surplus = best < 0 ? 0 : Math.Max(0, _candidates[best].TotalMusd);
        var problem = new DivisionProblem(surplus, _rule, _chair, Discount)
        {
            Floor = [.. _floors.Select(floor => Math.Max(0, floor))],
        };
        var result = _agreement.Chair.Rounds is { } rounds
            ? TransferBargaining.Solve(problem, rounds) : TransferBargaining.Solve(problem);
        return Talks(result, surplus, _ => _candidates[best]);
    }

    private ChairTalks Talks(BargainingResult result, double surplus, Func<int, PackageGains> packageOf) => new()
    {
        IsSolved = result.Status == BargainingStatus.Solved,
        Iterations = result.Iterations,
        Residual = result.Residual,
        Rounds = _agreement.Chair.Rounds,
        Candidates = _candidates.Length,
        SurplusMusd = surplus,
        Steps =
        [
            .. result.Proposals.Select(proposal => new ChairStep
            {
                Round = proposal.Round + 1,
                Chair = proposal.Chair,
                Probability = proposal.Probability,
                Package = proposal.Package < 0 ? null : packageOf(proposal.Package),
                InFavour = [.. Enumerable.Range(0, _players).Select(proposal.InFavour.Contains)],
                GainMusd = proposal.Gains,
                ThresholdMusd = proposal.Thresholds,
            }),
        ],
        ValueMusd = result.Values,
        ChairWorthMusd = result.ChairWorth,
    };
}
