using Caravan.Data;
using Caravan.Data.Loading;
using Caravan.Scenarios;
using Caravan.Scenarios.Sharing;
using static Caravan.Tests.Scenarios.Sharing.TinyPackage;

namespace Caravan.Tests.Scenarios.Sharing;

public class BadSharingTests
{
    [Theory]
    [InlineData("sharing: {weights: {AAA: 50%, BBB: 30%, CCC: 30%}}",
        "s.yaml:5: weights sum to 110 %; they must sum to 100 %; divide each by 1.1")]
    [InlineData("sharing: {weights: {AAA: 50%, BBB: 50%}}",
        "s.yaml:5: weights leaves out CCC; give every member a weight")]
    [InlineData("sharing: {weights: {AAA: 50%, BBC: 50%}}",
        "s.yaml:5: unknown economy or set 'BBC'; did you mean BBB?")]
    [InlineData("sharing: {weights: {AAA: -50%, BBB: 100%}}",
        "s.yaml:5: AAA is -50%; allowed is 0% to 100%")]
    [InlineData("sharing: {weights: {AAA: 0, BBB: 100%}}",
        "s.yaml:5: the weight of AAA is zero; weights are above zero; leave weights out for equal ones")]
    [InlineData("sharing: {weights: {AAA: 40}}", "s.yaml:5: AAA: 40 is ambiguous; write 40% or 0.4")]
    [InlineData("sharing: {outsider: respond}", "s.yaml:5: unknown key outsider in sharing; did you mean outsiders?")]
    [InlineData("sharing: {outsiders: respnd}",
        "s.yaml:5: outsiders is respnd; allowed: status-quo, respond; did you mean respond?")]
    [InlineData("sharing: {disagreement: lone}",
        "s.yaml:5: disagreement is lone; allowed: alone, status-quo; did you mean alone?")]
    [InlineData("sharing: yes", "s.yaml:5: sharing holds a single value; keys with values are expected")]
    public void Share_terms_that_are_wrong_are_told(string terms, string problem) =>
        Assert.Equal(problem + "\n", Problems(Actions, terms + "\n"));

    [Fact]
    public void Share_weights_name_members_once()
    {
        Assert.Equal("s.yaml:5: weights names CCC, which is no member; add it to members or leave it out\n",
            Problems([Actions[0]], "sharing: {weights: {AAA: 50%, BBB: 20%, CCC: 30%}}\n", "AAA, BBB"));
        Assert.Equal("s.yaml:5: weights names AAA twice\n",
            Problems([Actions[0]], "sharing: {weights: {AAA: 50%, Aland: 20%, BBB: 30%}}\n", "AAA, BBB"));
    }

    [Fact]
    public void Share_needs_two_members_and_an_action()
    {
        string[] one = ["{id: a, lever: tariff, by: AAA, importers: AAA, exporters: BBB, change: -50%}"];
        Assert.Contains("the scenario has one member, AAA, so there is nobody to share with; name two members at least",
            Problems(one, "", "AAA"));
        using var text = new ScenarioText("caravan: 1\nname: Test\nbaseline: tiny\nactions: []\n");
        var problem = Assert.Throws<InputException>(() => ShareRunner.Run(text.Load(), TinyWorld.Create()));
        Assert.Equal(2, problem.Issues.Length);
        Assert.Contains("no members", problem.Issues[0].Problem);
        Assert.Contains("no actions", problem.Issues[1].Problem);
    }

    [Fact]
    public void Share_of_more_than_128_members_is_refused()
    {
        var loaded = ScenarioFile.Load("red-sea-closed", ["members=all"]);
        var problem = Assert.Throws<InputException>(() => ShareRunner.Run(loaded, Baselines.Load(loaded.Baseline)));
        Assert.Contains("coalitions of at most 128 are told apart", problem.Issues[0].Problem);
    }
}
