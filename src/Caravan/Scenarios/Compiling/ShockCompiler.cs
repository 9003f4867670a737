using Caravan.Data;
using Caravan.Scenarios.Parsing;
using Caravan.Trade;

namespace Caravan.Scenarios.Compiling;

/// <summary>
/// From actions to the shock that the trade model takes; actions on the network are another compiler's. Actions are applied in the order of their ids, so that their
/// order in the file cannot change even the last digit.
/// </summary>
internal static class ShockCompiler
{
    /// <summary>The shock of a scenario, journeys left out.</summary>
    public static TradeShock Compile(Scenario scenario, Baseline baseline, IssueList issues)
    {
        var tariffs = new TariffShock(baseline, issues);
        var icebergs = new IcebergShock(baseline);
        var economies = new EconomyShocks(baseline, issues);
        var deficits = new DeficitShock(baseline, issues);
        foreach (var action in scenario.Actions.Where(action => !action.UsesNetwork)
            .OrderBy(action => action.Id, StringComparer.Ordinal))
        {
            switch (action.Lever.Name)
            {
                case "tariff":
                    tariffs.Add(action);
                    break;
                case "productivity":
                    economies.AddProductivity(action);
                    break;
                case "labour-shock":
                    economies.AddLabour(action);
                    break;
                case "demand-shock":
                    economies.AddDemand(action);
                    break;
                case "deficit":
                    CheckClosure(action, scenario.Options.Closure, issues);
                    deficits.Add(action);
                    break;
                case "finance" or "risk":
                    // they change what projects cost their owners: FiscalCost
                    break;
                default:
                    icebergs.Add(action);
                    break;
            }
        }
        return new TradeShock
        {
            TariffCells = tariffs.ToTariffs(),
            IcebergCells = icebergs.ToHats(),
            ProductivityHat = economies.ToProductivity(),
            LabourHat = economies.ToLabour(),
            FinalWeightHat = economies.ToFinalWeights(),
            DeficitNew = deficits.ToDeficits(),
        };
    }

    private static void CheckClosure(ScenarioAction action, Closure closure, IssueList issues)
    {
        if (closure == Closure.Zero)
        {
            issues.Add(action.File, action.Line,
                $"action {action.Id} sets deficits, but with closure zero there are none", "use closure fixed");
        }
    }
}
