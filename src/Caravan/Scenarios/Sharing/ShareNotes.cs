using System.Collections.Immutable;
using Caravan.Cooperation;
using Caravan.Numerics;

namespace Caravan.Scenarios.Sharing;

/// <summary>What a reader must know to read the figures right.</summary>
internal static class ShareNotes
{
    // comparing every pair of coalitions takes 3^n steps
    private const int MostForPairs = 12;

    public static ImmutableArray<string> Of(SharedPackage package, ShareResult result)
    {
        var notes = ImmutableArray.CreateBuilder<string>();
        AddControl(package, notes);
        if (package.Terms.Outsiders == OutsiderResponse.Respond)
        {
            notes.Add("Outsiders respond: members outside a coalition take the actions that need only them, so a coalition "
                + "is worth what it gains while they do.");
        }
        if (!package.CostMusd.IsEmpty)
        {
            notes.Add("Gains are net of the yearly cost of projects to each member's public; gains by a project, by which its "
                + "cost is shared, are before cost.");
        }
        if (result.SamplePairs > 0)
        {
            notes.Add(FormattableString.Invariant(
                $"{package.Players} members have more coalitions than are solved: Shapley and Banzhaf are estimates from ")
                + FormattableString.Invariant($"{result.SamplePairs} pairs of draws (seed {result.Seed}) with standard errors; ")
                + "core, nucleolus and objections are left out.");
        }
        else if (package.Players > RuleTable.MaxExactMembers)
        {
            notes.Add(FormattableString.Invariant(
                $"{package.Players} members have more coalitions than are solved. Shapley and Banzhaf are exact all the same, ")
                + "from every set of actions that members can bring about; core, nucleolus and objections are left out.");
        }
        else if (package.Players <= MostForPairs && !IsSuperadditive(package))
        {
            notes.Add("The game is not superadditive: some coalitions that share nobody are worth less together than apart, "
                + "because what one does costs the other something that counts only once both are inside.");
        }
        if (result.TotalMusd < -package.ToleranceMusd)
        {
            notes.Add("Members lose together: no transfer among them leaves nobody worse off.");
        }
        if (result.LacksLinearPrograms)
        {
            notes.Add($"Core, nucleolus and payments between coalitions are left out: {LinearSolver.HowToInstall}.");
        }
        foreach (var note in package.Solvers.Select(solver => solver.CacheNote).Where(note => note.Length > 0))
        {
            notes.Add($"Kept equilibria: {note}.");
        }
        return notes.ToImmutable();
    }

    private static void AddControl(SharedPackage package, ImmutableArray<string>.Builder notes)
    {
        var by = package.Actions.By;
        var ofAll = by.Count(one => one == package.Grand);
        if (ofAll == by.Length)
        {
            notes.Add("Every action needs all members (by: is all of them unless an action says otherwise), so no smaller "
                + "coalition brings anything about and each is worth nothing: Shapley, nucleolus, Banzhaf and Nash then share "
                + "equally. Name in by: who must really agree to see more.");
        }
        else if (ofAll > 0)
        {
            notes.Add($"{ofAll} of {by.Length} actions {(ofAll == 1 ? "needs" : "need")} all members; smaller coalitions do without.");
        }
        string[] idle =
        [
            .. Enumerable.Range(0, package.Players).Where(m => by.All(one => !one.Contains(m)))
                .Select(m => package.Scenario.Members[m]),
        ];
        if (idle.Length > 0)
        {
            var (have, their, they, gain, them) = idle.Length == 1
                ? ("has", "its", "it", "gains or loses", "it") : ("have", "their", "they", "gain or lose", "them");
            notes.Add($"{string.Join(", ", idle)} {have} no action: nothing depends on {their} consent, and {they} {gain} by what the "
                + $"others do. Add {them} to by: of an action that needs {them}, or leave {them} out of members.");
        }
    }

    private static bool IsSuperadditive(SharedPackage package) => CoalitionGame.Of(
        package.Players, coalition => package.ValueOf(coalition).Musd).IsSuperadditive(package.ToleranceMusd);
}
