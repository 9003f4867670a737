using System.Collections.Immutable;

namespace Caravan.Scenarios.Parsing;

/// <summary>The key <c>agreement</c> as written.</summary>
internal sealed record DraftAgreement(FileText Place)
{
    public ImmutableArray<DraftRedLine> RedLines { get; init; } = [];

    public AgreementRule Rule { get; init; } = AgreementRule.Consensus;

    public double Threshold { get; init; } = 1;

    public ImmutableArray<DraftNumber> Weights { get; init; } = [];

    public ImmutableArray<FileText> Order { get; init; } = [];

    public ImmutableArray<DraftNumber> Probabilities { get; init; } = [];

    public AgreementChair Chair { get; init; } = new();

    public ImmutableArray<FileText> Offer { get; init; } = [];

    public string Source { get; init; } = "";
}

/// <summary>A word with a number.</summary>
internal readonly record struct DraftNumber(FileText Word, double Value);

/// <summary>A red line, its member not yet looked up.</summary>
internal sealed record DraftRedLine(FileText Who)
{
    public double? MinimumGainPct { get; init; }

    public double? MinimumGainMusd { get; init; }

    public ImmutableArray<DraftNumber> Sectors { get; init; } = [];

    public ImmutableArray<DebtLimit> Debt { get; init; } = [];

    public string Source { get; init; } = "";
}

/// <summary>A bloc as written.</summary>
internal sealed record DraftBloc(FileText Name)
{
    public ImmutableArray<FileText> Members { get; init; } = [];

    public ImmutableArray<DraftPolicy> Policies { get; init; } = [];

    public ImmutableArray<FileText> TariffOn { get; init; } = [];

    public ImmutableArray<FileText> TariffSectors { get; init; } = [];

    public BlocTariff Tariff { get; init; } = new();
}

/// <summary>A policy as written.</summary>
internal sealed record DraftPolicy(FileText Name, ImmutableArray<DraftNumber> Actions);
