using System.Collections.Immutable;

namespace Caravan.Scenarios.Sharing;

/// <summary>The words that scenarios and command lines use for what sharing can be told.</summary>
public static class SharingWords
{
    /// <summary>Words for <see cref="OutsiderResponse"/>, in the order of its members.</summary>
    public static ImmutableArray<string> Outsiders { get; } = ["status-quo", "respond"];

    /// <summary>Words for <see cref="Disagreement"/>, in the order of its members.</summary>
    public static ImmutableArray<string> Disagreements { get; } = ["alone", "status-quo"];

    /// <summary>The word for a response.</summary>
    public static string Of(OutsiderResponse outsiders) => Outsiders[(int)outsiders];

    /// <summary>The word for a disagreement point.</summary>
    public static string Of(Disagreement disagreement) => Disagreements[(int)disagreement];

    /// <summary>The response that a word stands for, or null.</summary>
    public static OutsiderResponse? FindOutsiders(string word) =>
        Outsiders.IndexOf(word.ToLowerInvariant()) is var at and >= 0 ? (OutsiderResponse)at : null;

    /// <summary>The disagreement point that a word stands for, or null.</summary>
    public static Disagreement? FindDisagreement(string word) =>
        Disagreements.IndexOf(word.ToLowerInvariant()) is var at and >= 0 ? (Disagreement)at : null;
}
