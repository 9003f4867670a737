using System.Collections.Immutable;
using Caravan.Finance;

namespace Caravan.Scenarios.Financing;

/// <summary>A project ready to be reckoned: its plan, its accounts, its risk.</summary>
internal sealed record ProjectEntry(ScenarioAction Action, ProjectPlan Plan, ProjectAccounts Accounts, RiskEffect Risk)
{
    /// <summary>What the scenario says, defaults filled in.</summary>
    public ProjectFinance Finance => Action.Finance!;

    /// <summary>
    /// Grants and the grant element of loans at 5 % over all that is not paid in by owners or others as equity; NaN where
    /// there is nothing of the kind.
    /// </summary>
    public double GrantElement
    {
        get
        {
            var (given, all) = (0.0, 0.0);
            foreach (var part in Plan.Financing.Where(part => part.Instrument != Instrument.Equity))
            {
                all += part.Share;
                given += part.Share * (part.IsPaidIn ? 1 : Caravan.Finance.GrantElement.Of(part.Terms));
            }
            return all > 0 ? given / all : double.NaN;
        }
    }

    /// <summary>Value of the project before financing at a rate: on time, late, and paid for but never opened.</summary>
    public ImmutableArray<double> Values(double rate, Func<ProjectPlan, double> valueOf) =>
    [
        valueOf(Plan), valueOf(Plan.Delayed(RiskEffect.DelayYears, RiskEffect.Overrun)),
        -PresentValue.Of(Plan.Capital.AsSpan(), rate),
    ];
}
