using System.Text.Json;
using Caravan.Scenarios.Financing;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios;

/// <content>What a scenario says about money.</content>
public static partial class ScenarioSchema
{
    private static void WriteBook(Utf8JsonWriter writer) => Object(writer, () =>
    {
        Property(writer, "discount_rate", "Rate for cash flows and the yearly fiscal cost; 5% by default.",
            () => Reference(writer, "size"));
        Property(writer, "social_discount_rate", "Rate for economic appraisal; 9% by default.",
            () => Reference(writer, "size"));
        Property(writer, "budget_musd", "What all projects together may cost, million dollars.", () => Amount(writer));
        Property(writer, "fund", "A fund that members pool.", () => Object(writer, () =>
        {
            Property(writer, "key", "How members share what it needs; gdp by default.",
                () => Names(writer, "enum", FinanceWords.Keys));
            Property(writer, "shares", "Stated shares, which sum to 100%.", () => Reference(writer, "shares"));
            Property(writer, "rate", "Interest on its loans.", () => Reference(writer, "size"));
            Property(writer, "grace", "Years of interest only.", () => Whole(writer));
            Property(writer, "maturity", "Years to the last repayment.", () => Whole(writer));
        }));
        Property(writer, "debt", "Inputs of debt sustainability by economy.",
            () => WriteOverrides(writer, OverrideField.Debt));
        Property(writer, "risk", "Scores of risk by economy, 0 to 1.",
            () => WriteOverrides(writer, OverrideField.Risk));
    });

    private static void WriteOverrides(Utf8JsonWriter writer, IEnumerable<OverrideField> fields)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("additionalProperties");
        Object(writer, () =>
        {
            foreach (var field in fields)
            {
                Property(writer, field.Name, field.Meaning, () =>
                {
                    if (field.Words.Length > 0)
                    {
                        Names(writer, "enum", field.Words);
                        return;
                    }
                    writer.WriteString("type", "number");
                    writer.WriteNumber("minimum", field.Minimum);
                    writer.WriteNumber("maximum", field.Maximum);
                });
            }
        });
        writer.WriteEndObject();
    }

    private static void WriteProject(Utf8JsonWriter writer)
    {
        Property(writer, "cost_musd", "Capital cost, million dollars; the catalogue's by default.",
            () => Amount(writer));
        Property(writer, "years", "First year of construction and first year of service.", () =>
        {
            writer.WriteString("type", "array");
            writer.WriteStartObject("items");
            writer.WriteString("type", "integer");
            writer.WriteNumber("minimum", FinanceParser.FirstYear);
            writer.WriteNumber("maximum", FinanceParser.LastYear);
            writer.WriteEndObject();
            writer.WriteNumber("minItems", 2);
            writer.WriteNumber("maxItems", 2);
        });
        Property(writer, "finance", "Who owns it, who pays, what it earns.", () => Reference(writer, "finance"));
    }

    private static void WriteFinanceDefinitions(Utf8JsonWriter writer)
    {
        writer.WriteStartObject("shares");
        writer.WriteString("description", "Parties and their shares, which sum to 100%.");
        writer.WriteString("type", "object");
        writer.WriteStartObject("additionalProperties");
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteStartObject("finance");
        Object(writer, () =>
        {
            Property(writer, "life", "Years of service; 30 by default.", () => Whole(writer));
            Property(writer, "profile", "Share of the cost in each year of construction.",
                () => Reference(writer, "texts"));
            Property(writer, "maintenance", "Yearly operation and maintenance over cost; 2% by default.",
                () => Reference(writer, "size"));
            Property(writer, "toll_usd_per_teu", "What users pay, dollars per TEU.", () => Amount(writer));
            Property(writer, "revenue_musd", "What users pay in a year, million dollars.", () => Amount(writer));
            Property(writer, "owners", "Owners and their shares; by default those who host it.",
                () => Reference(writer, "shares"));
            Property(writer, "mix", "Sources of the money.", () =>
            {
                writer.WriteString("type", "array");
                writer.WriteStartObject("items");
                Object(writer, () => WriteSource(writer));
                writer.WriteEndObject();
            });
        });
        writer.WriteEndObject();
    }

    private static void WriteSource(Utf8JsonWriter writer)
    {
        Property(writer, "instrument", "Form of the money; the lender's usual one by default.",
            () => Names(writer, "enum", FinanceWords.Instruments));
        Property(writer, "lender", "Who gives or lends; budgets, the owners' own, by default.",
            () => Names(writer, "enum", Lenders.All.Select(lender => lender.Id)));
        Property(writer, "from", "Economies that give, with shares.", () => Reference(writer, "shares"));
        Property(writer, "share", "Part of the cost that it pays.", () =>
        {
            writer.WriteStartArray("type");
            writer.WriteStringValue("string");
            writer.WriteStringValue("number");
            writer.WriteEndArray();
        });
        Property(writer, "rate", "Interest a year.", () => Reference(writer, "size"));
        Property(writer, "grace", "Years of interest only.", () => Whole(writer));
        Property(writer, "maturity", "Years to the last repayment.", () => Whole(writer));
        Property(writer, "currency", "Code, or local for the borrower's own.", () => Text(writer));
        Property(writer, "debt", "Whether the owners' public owes it, or the project company alone.",
            () => Names(writer, "enum", ["public", "company"]));
    }

    private static void Object(Utf8JsonWriter writer, Action properties)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        properties();
        writer.WriteEndObject();
        writer.WriteBoolean("additionalProperties", false);
    }

    private static void Amount(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "number");
        writer.WriteNumber("minimum", 0);
    }

    private static void Whole(Utf8JsonWriter writer)
    {
        writer.WriteString("type", "integer");
        writer.WriteNumber("minimum", 0);
        writer.WriteNumber("maximum", FinanceParser.MostYears);
    }
}
