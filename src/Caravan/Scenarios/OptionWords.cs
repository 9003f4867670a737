using System.Collections.Immutable;
using Caravan.Trade;

namespace Caravan.Scenarios;

/// <summary>The words that scenarios and command lines use for the model's variants and closures.</summary>
public static class OptionWords
{
    /// <summary>Words for <see cref="ModelVariant"/>, in the order of its members.</summary>
    public static ImmutableArray<string> Models { get; } = ["input-output", "multi-sector", "one-sector"];

    /// <summary>Words for <see cref="Closure"/>, in the order of its members.</summary>
    public static ImmutableArray<string> Closures { get; } = ["fixed", "zero"];

    /// <summary>The word for a variant.</summary>
    public static string Of(ModelVariant model) => Models[(int)model];

    /// <summary>The word for a closure.</summary>
    public static string Of(Closure closure) => Closures[(int)closure];

    /// <summary>The variant that a word stands for, or null.</summary>
    public static ModelVariant? FindModel(string word) =>
        Models.IndexOf(word.ToLowerInvariant()) is var at and >= 0 ? (ModelVariant)at : null;

    /// <summary>The closure that a word stands for, or null.</summary>
    public static Closure? FindClosure(string word) =>
        Closures.IndexOf(word.ToLowerInvariant()) is var at and >= 0 ? (Closure)at : null;
}
