using Caravan.Scenarios;
using Caravan.Trade;

namespace Caravan.Tests.Scenarios.Agreements;

public class DiscussRunnerTests
{
    private const double Tolerance = 1e-7;

    private static readonly string[] s_whole =
    [
        "{id: open, lever: tariff, importers: AAA, exporters: BBB, to: 0%}",
        "{id: rules, lever: standards, between: members, change: -20%}",
        "{id: yields, lever: productivity, economies: AAA, change: 0.1%}",
    ];

    [Fact]
    public void Run_gains_are_those_of_ordinary_runs()
    {
        var result = AgreementText.Discuss(asked: new DiscussOptions { WithHalves = false });
        Assert.Equal(SolveStatus.Converged, result.Status);
        Assert.InRange(result.Residual, 0, 1e-10);
        Assert.Equal((8, 8.0, true), (result.Search.Looked, result.Search.Possible, result.Search.IsExhaustive));
        Assert.Equal(7, result.Packages.Length);
        foreach (var package in result.Packages)
        {
            var run = AgreementText.Run([.. s_whole.Where(action =>
                package.Actions.Any(each => action.Contains($"id: {each.Id},")))]);
            Assert.Equal(run[0], package.GainPct[0], Tolerance);
            Assert.Equal(run[1], package.GainPct[1], Tolerance);
        }
    }

    [Fact]
    public void Run_verdicts_name_every_single_change_that_turns_a_refusal()
    {
        var result = AgreementText.Discuss("agreement: {red_lines: {AAA: {minimum_gain_pct: 2}}}");
        var verdict = result.Verdicts[0];
        var offer = AgreementText.Run(s_whole);
        Assert.False(verdict.Accepts);
        Assert.True(result.Verdicts[1].Accepts);
        Assert.False(result.Offer!.Passes);
        // the payment is what is missing of two per cent of its income
        Assert.Equal((2 - offer[0]) / offer[0] * verdict.GainMusd, verdict.TransferMusd, 1e-5);
        var aided = AgreementText.Run([.. s_whole, "{id: aid, lever: productivity, economies: AAA, change: 5%}"]);
        Assert.True(aided[0] > 2);
        var change = Assert.Single(verdict.Changes);
        Assert.Equal((TurningKind.Add, "aid", 2), (change.Kind, change.Action, change.Accepting));
        Assert.Equal(aided[0], change.GainPct, Tolerance);
    }

    [Fact]
    public void Run_drops_and_halves_what_costs_a_member()
    {
        // opening costs Aland: without it or with half of it the line may hold
        var offer = AgreementText.Run(s_whole);
        var without = AgreementText.Run(s_whole[1..]);
        Assert.True(without[0] > offer[0]);
        var line = FormattableString.Invariant($"{(offer[0] + without[0]) / 2:0.######}");
        var result = AgreementText.Discuss($"agreement: {{red_lines: {{AAA: {{minimum_gain_pct: {line}}}}}}}");
        Assert.Contains(result.Verdicts[0].Changes, change => change is { Kind: TurningKind.Drop, Action: "open" });
        Assert.All(result.Verdicts[0].Changes, change => Assert.True(change.GainPct >= double.Parse(line)));
        Assert.Null(result.Gap);
    }

    [Fact]
    public void Run_a_sector_beyond_its_line_is_a_refusal_that_no_payment_turns()
    {
        var free = AgreementText.Discuss("agreement: {red_lines: {AAA: {minimum_gain_pct: -50, sectors: {GDS: 0%}}}}");
        var check = free.Verdicts[0].Checks.Single(check => check.Kind == RedLineKind.SectorOutputPct);
        var run = ScenarioRunner.Run(AgreementText.Of().Load(), TinyWorld.Create())[0];
        Assert.Equal(run.Sectors.Single(row => row is { Economy: "AAA", Sector: "GDS" }).OutputRealPct, check.Value, Tolerance);
        Assert.Equal(check.Value >= 0, free.Verdicts[0].Accepts);
        Assert.True(check.Value < 0);
        Assert.Equal(double.PositiveInfinity, free.Verdicts[0].TransferMusd);
        Assert.False(free.Verdicts[0].OthersCanPay);
    }

    [Fact]
    public void Run_says_what_would_make_impossible_lines_possible()
    {
        var result = AgreementText.Discuss(
            "agreement: {red_lines: {AAA: {minimum_gain_pct: 30}, BBB: {minimum_gain_pct: 0}}}");
        Assert.DoesNotContain(result.Packages, package => package.AllAccept);
        var unmet = Assert.Single(result.Gap!.Unmet);
        Assert.Equal(("AAA", 30.0), (unmet.Economy, unmet.Check.Limit));
        Assert.Equal(result.Packages.Max(package => package.GainPct[0]), unmet.Check.Best, Tolerance);
        Assert.False(result.Gap.PaymentsCloseIt);
        Assert.Null(AgreementText.Discuss("agreement: {red_lines: {AAA: {minimum_gain_pct: -30}}}").Gap);
    }

    [Fact]
    public void Run_majority_passes_what_consensus_stops()
    {
        const string Lines = "red_lines: {AAA: {minimum_gain_pct: 2}}";
        var consensus = AgreementText.Discuss($"agreement: {{{Lines}}}");
        var half = AgreementText.Discuss($"agreement: {{{Lines}, rule: qualified-majority, threshold: 50%}}");
        var weighted = AgreementText.Discuss(
            $"agreement: {{{Lines}, rule: weighted, threshold: 60%, weights: {{AAA: 41%, BBB: 59%}}}}");
        Assert.Equal([false, true, false], new[] { consensus, half, weighted }.Select(result => result.Offer!.Passes));
        // no package gives Aland what it asks for, so its chair proposes none; Borland's passes without it
        Assert.Null(half.Talks!.Steps[0].Package);
        Assert.NotNull(half.Talks.Steps[1].Package);
        Assert.Equal([false, true], half.Talks.Steps[1].InFavour.ToArray());
    }

    [Fact]
    public void Run_climbs_to_the_best_that_a_full_search_finds()
    {
        var full = AgreementText.Discuss(asked: new DiscussOptions());
        var climbed = AgreementText.Discuss(asked: new DiscussOptions { Budget = 17 });
        Assert.True(full.Search.IsExhaustive);
        Assert.Equal(27, full.Search.Possible);
        Assert.False(climbed.Search.IsExhaustive);
        Assert.InRange(climbed.Search.Looked, 8, 17);
        Assert.Equal(full.Packages[full.MaxMin].SmallestGainPct, climbed.Packages[climbed.MaxMin].SmallestGainPct, Tolerance);
        Assert.Equal(full.Packages.Max(package => package.SmallestGainPct), full.Packages[full.MaxMin].SmallestGainPct);
    }

    [Fact]
    public void Run_frontier_is_what_no_package_betters_for_both()
    {
        var result = AgreementText.Discuss(asked: new DiscussOptions { Between = ["AAA", "BBB,CCC"] });
        var frontier = result.Frontier!;
        Assert.Equal(("Aland", "BBB,CCC"), (frontier.First, frontier.Second));
        Assert.NotEmpty(frontier.Points);
        Assert.Equal(frontier.Points.Select(point => point.FirstPct).OrderDescending(), frontier.Points.Select(point => point.FirstPct));
        Assert.Equal(frontier.Points.Select(point => point.SecondPct).Order(), frontier.Points.Select(point => point.SecondPct));
        // the best for Aland of all packages stands first
        Assert.Equal(result.Packages.Max(package => package.GainPct[0]), frontier.Points[0].FirstPct, Tolerance);
    }

    [Fact]
    public void Run_talks_give_every_chair_the_best_that_the_others_accept()
    {
        var result = AgreementText.Discuss("agreement: {chair: {discount: 0.7, rounds: 1}}");
        var steps = result.Talks!.Steps;
        Assert.Equal(0, steps.Single().Chair);
        // in a single round the other accepts whatever costs it nothing
        var best = result.Packages.Where(package => package.Accepts[1]).Max(package => package.GainMusd[0]);
        Assert.Equal(best, steps[0].GainMusd[0], Tolerance * best);
        Assert.Equal(0, result.Talks.Residual);
        var total = result.Packages.Max(package => package.TotalMusd);
        Assert.Equal(total, result.TalksWithTransfers!.SurplusMusd, Tolerance * total);
        Assert.Equal([total, 0], result.TalksWithTransfers.ValueMusd.Select(value => Math.Round(value, 9)), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Run_talks_without_end_divide_as_Rubinstein()
    {
        var result = AgreementText.Discuss("agreement: {chair: {discount: 0.9}}").TalksWithTransfers!;
        Assert.True(result.IsSolved);
        Assert.Equal(result.SurplusMusd / 1.9, result.ValueMusd[0], 1e-8 * result.SurplusMusd);
    }

    [Fact]
    public void Run_can_be_cancelled()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        using var text = AgreementText.Of();
        Assert.ThrowsAny<OperationCanceledException>(() => AgreementText.Discuss(text, cancellation: source.Token));
    }
}
