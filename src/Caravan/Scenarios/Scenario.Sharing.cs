using System.Globalization;
using System.Text;
using Caravan.Scenarios.Parsing;
using Caravan.Scenarios.Sharing;

namespace Caravan.Scenarios;

/// <content>What the scenario says about sharing.</content>
public sealed partial record Scenario
{
    /// <summary>What the file says about sharing; null where it says nothing.</summary>
    public SharingTerms? Sharing { get; init; }

    private void AppendSharing(StringBuilder text)
    {
        if (Sharing is not { } sharing)
        {
            return;
        }
        text.Append("sharing:\n");
        text.Append(CultureInfo.InvariantCulture, $"  outsiders: {SharingWords.Of(sharing.Outsiders)}\n");
        text.Append(CultureInfo.InvariantCulture, $"  disagreement: {SharingWords.Of(sharing.Disagreement)}\n");
        if (!sharing.Weights.IsEmpty)
        {
            var weights = sharing.Weights.Select(
                one => $"{Word(one.Code)}: {SizeParser.Format(one.Weight, LeverFieldKind.Rate)}");
            text.Append(CultureInfo.InvariantCulture, $"  weights: {{{string.Join(", ", weights)}}}\n");
        }
    }
}
