namespace Caravan.Scenarios;

/// <summary>How members decide.</summary>
public enum AgreementRule
{
    /// <summary>Every member has to agree.</summary>
    Consensus,

    /// <summary>One member, one vote; a share of the members has to agree.</summary>
    QualifiedMajority,

    /// <summary>Votes of different weight; a share of all votes has to agree.</summary>
    Weighted,
}
