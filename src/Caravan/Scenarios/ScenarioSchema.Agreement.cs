using System.Text.Json;
using Caravan.Scenarios.Financing;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios;

/// <content>Schema of terms of agreement and blocs.</content>
public static partial class ScenarioSchema
{
    private static void WriteAgreement(Utf8JsonWriter writer) => Keys(writer, () =>
    {
        Property(writer, "red_lines", "What members will not accept: member and conditions.", () =>
            EachOf(writer, () => Keys(writer, () =>
            {
                Property(writer, "minimum_gain_pct", "Least change of real income, per cent.", () => AnyNumber(writer));
                Property(writer, "minimum_gain_musd", "The same in million dollars a year.", () => AnyNumber(writer));
                Property(writer, "sectors", "Sector and least change of its output, such as C13T15: -5%.",
                    () => EachOf(writer, () => Reference(writer, "size")));
                Property(writer, "maximum_debt_pct", "Debt ratio and its largest value in the next ten years, per cent.", () =>
                    Keys(writer, () =>
                    {
                        foreach (var ratio in FinanceWords.RatioIds)
                        {
                            Property(writer, ratio, $"{FinanceWords.Ratios[FinanceWords.RatioIds.IndexOf(ratio)]}.",
                                () => AnyNumber(writer));
                        }
                    }));
                Property(writer, "source", "Where it comes from, or illustrative.",
                    () => writer.WriteString("type", "string"));
            })));
        Property(writer, "rule", "Who has to agree.", () => Names(writer, "enum", AgreementParser.Rules));
        Property(writer, "threshold", "Share of the votes that has to be in favour, such as 2/3 or 55%.",
            () => AnyNumber(writer));
        Property(writer, "weights", "Share of the votes of each member; they sum to 100%.",
            () => EachOf(writer, () => AnyNumber(writer)));
        Property(writer, "chair", "Who puts packages to the vote, and what waiting costs.", () => Keys(writer, () =>
        {
            Property(writer, "order", "Members in the order in which they hold the chair; all by default.",
                () => Reference(writer, "words"));
            Property(writer, "probabilities", "Instead of order: a lot every round; they sum to 100%.",
                () => EachOf(writer, () => AnyNumber(writer)));
            Property(writer, "discount", "What a gain one round later is worth now; 0.9 by default.", () =>
            {
                writer.WriteString("type", "number");
                writer.WriteNumber("exclusiveMinimum", 0);
                writer.WriteNumber("exclusiveMaximum", 1);
            });
            Property(writer, "rounds", "How many rounds; without end by default.", () =>
            {
                writer.WriteString("type", "integer");
                writer.WriteNumber("minimum", 1);
                writer.WriteNumber("maximum", AgreementParser.MaxRounds);
            });
        }));
        Property(writer, "offer", "Actions on the table; the whole package by default.", () => Reference(writer, "words"));
        Property(writer, "source", "Where rule and chair come from, or illustrative.",
            () => writer.WriteString("type", "string"));
    });

    private static void WriteBlocs(Utf8JsonWriter writer) => EachOf(writer, () => Keys(writer, () =>
    {
        Property(writer, "members", "Economies that choose together.", () => Reference(writer, "words"));
        Property(writer, "policies", "Name and actions of each policy; a list, or ids with a share of their size.", () =>
            EachOf(writer, () =>
            {
                writer.WriteStartArray("anyOf");
                writer.WriteStartObject();
                Reference(writer, "words");
                writer.WriteEndObject();
                writer.WriteStartObject();
                EachOf(writer, () => AnyNumber(writer));
                writer.WriteEndObject();
                writer.WriteEndArray();
            }));
        Property(writer, "tariff", "The tariff that the bloc may set freely.", () => Keys(writer, () =>
        {
            Property(writer, "on", "Whose goods bear it; the other blocs' by default.", () => Reference(writer, "words"));
            Property(writer, "sectors", "Sectors; all goods by default.", () => Reference(writer, "words"));
            Property(writer, "minimum", "Smallest tariff; 0% by default.", () => AnyNumber(writer));
            Property(writer, "maximum", "Largest tariff; 100% by default.", () => AnyNumber(writer));
        }));
    }));

    private static void Keys(Utf8JsonWriter writer, Action properties)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        properties();
        writer.WriteEndObject();
        writer.WriteBoolean("additionalProperties", false);
    }

    private static void EachOf(Utf8JsonWriter writer, Action content)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("additionalProperties");
        content();
        writer.WriteEndObject();
    }

    // numbers, percentages and fractions such as 2/3; the reader checks which of them fit
    private static void AnyNumber(Utf8JsonWriter writer)
    {
        writer.WriteStartArray("type");
        writer.WriteStringValue("number");
        writer.WriteStringValue("string");
        writer.WriteEndArray();
    }
}
