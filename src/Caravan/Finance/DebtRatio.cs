namespace Caravan.Finance;

/// <summary>The five ratios of the debt sustainability framework, in per cent.</summary>
public enum DebtRatio
{
    /// <summary>Present value of public and publicly guaranteed external debt to GDP.</summary>
    ExternalToGdp,

    /// <summary>Present value of public and publicly guaranteed external debt to exports of goods and services.</summary>
    ExternalToExports,

    /// <summary>Service of that debt to exports.</summary>
    ServiceToExports,

    /// <summary>Service of that debt to government revenue.</summary>
    ServiceToRevenue,

    /// <summary>Present value of all public debt to GDP.</summary>
    PublicToGdp,
}
