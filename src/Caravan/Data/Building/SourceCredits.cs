using System.Collections.Immutable;

namespace Caravan.Data.Building;

/// <summary>One line a source: what, publisher, vintage, licence. The same lines stand in data/SOURCES.md.</summary>
internal static class SourceCredits
{
    public static ImmutableArray<string> All { get; } =
    [
        "BACI HS22, version 202501, bilateral goods trade 2023: CEPII, Etalab Open Licence 2.0",
        "World Development Indicators, GDP, population, applied weighted mean tariff: World Bank, CC BY 4.0",
        "Inter-Country Input-Output tables, 2023 edition, year 2020: OECD, CC BY 4.0",
        "International Trade Data HS92 4-digit, 2016: Growth Lab at Harvard University, doi 10.7910/DVN/T4CHWJ",
        "GeoDist, distances and landlocked economies: CEPII, Etalab Open Licence 2.0",
        "World Economic Outlook, April 2019, current account: International Monetary Fund, with attribution",
        "World Input-Output Database, 2013 release, year 2011: Timmer et al. (2015), free with citation",
        "Trade elasticities: Caliendo and Parro (2015), Review of Economic Studies 82(1), table 1",
        "Crude oil price 2016 and 2023: World Bank Commodity Price Data, CC BY 4.0",
        "World goods and services trade 2023: WTO, Global Trade Outlook and Statistics, April 2024",
        "Trade agreements and sets of economies: written by the project from public notices, rows name their source",
    ];
}
