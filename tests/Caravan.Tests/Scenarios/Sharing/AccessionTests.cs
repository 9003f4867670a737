using Caravan.Scenarios.Sharing;
using Caravan.Trade;
using static Caravan.Tests.Scenarios.Sharing.TinyPackage;

namespace Caravan.Tests.Scenarios.Sharing;

public class AccessionTests
{
    private const double Tolerance = 1e-6;

    private static readonly string[] s_actions =
    [
        "{id: t, lever: tariff, between: members, change: -50%}", "{id: a, lever: ntb, by: AAA, between: [AAA, BBB], points: -1pp}",
    ];

    [Fact]
    public void Run_joining_is_the_difference_between_two_runs()
    {
        var joined = Assert.Single(Share("CCC").Accessions);
        var (before, after) = (Gains(s_actions, "AAA, BBB"), Gains(s_actions));
        Assert.Equal(SolveStatus.Converged, joined.Status);
        Assert.Equal(("CCC", 1), (joined.Code, joined.ActionsChanged));
        Assert.Equal(before("CCC"), joined.OutsideMusd, Tolerance);
        Assert.Equal(after("CCC"), joined.InsideMusd, Tolerance);
        Assert.Equal(after("CCC") - before("CCC"), joined.JoiningMusd, Tolerance);
        Assert.Equal(after("CCC") > before("CCC"), joined.WantsToJoin);
        double[] changes = [after("AAA") - before("AAA"), after("BBB") - before("BBB")];
        Assert.Equal(changes.Sum(), joined.MembersMusd, Tolerance);
        Assert.Equal(changes.Count(change => change < 0), joined.MembersLosing);
        Assert.Equal(changes.Min() >= 0, joined.IsWelcome);
    }

    [Fact]
    public void Run_joining_counts_what_projects_cost()
    {
        string[] actions = [s_actions[0], Paid];
        using var text = Text(actions, members: "AAA, BBB");
        var joined = ShareRunner.Run(text.Load(), TinyWorld.Create(), new ShareOptions { Accession = ["CCC"] }).Accessions[0];
        var (before, after) = (Gains(actions, "AAA, BBB"), Gains(actions));
        Assert.Equal(after("CCC") - before("CCC"), joined.JoiningMusd, Tolerance);
        Assert.Equal(after("AAA") + after("BBB") - before("AAA") - before("BBB"), joined.MembersMusd, Tolerance);
        // who did not agree to it does not pay, so the cost itself is in neither
        Assert.NotEqual(before("AAA"), Gains(s_actions, "AAA, BBB")("AAA"), Tolerance);
    }

    [Fact]
    public void Run_others_are_all_who_are_no_members() => Assert.Equal("CCC", Assert.Single(Share("others").Accessions).Code);

    [Fact]
    public void Run_actions_that_name_economies_do_not_take_anybody_in()
    {
        using var text = Text([s_actions[1]], members: "AAA, BBB");
        var joined = ShareRunner.Run(text.Load(), TinyWorld.Create(), new ShareOptions { Accession = ["CCC"] }).Accessions[0];
        Assert.Equal(0, joined.ActionsChanged);
        Assert.Equal(0, joined.JoiningMusd, Tolerance);
        Assert.False(joined.WantsToJoin);
    }

    [Fact]
    public void Run_unknown_economy_and_member_are_told() => Assert.Equal(
        """
        --accession AAB: unknown economy or set 'AAB'; did you mean AAA?
        --accession AAA: names only members; name economies that are not members yet, or others for all of them

        """, Problems(s_actions, "", "AAA, BBB", new ShareOptions { Accession = ["AAB", "AAA"] }));

    private static ShareResult Share(params string[] accession)
    {
        using var text = Text(s_actions, members: "AAA, BBB");
        return ShareRunner.Run(text.Load(), TinyWorld.Create(), new ShareOptions { Accession = [.. accession] });
    }
}
