using System.Globalization;
using Caravan.Data;

namespace Caravan.Tests.Data;

/// <summary>Asserts that two baselines agree to the last bit in everything they hold.</summary>
internal static class SameBaseline
{
    public static void Assert(Baseline expected, Baseline actual)
    {
        Xunit.Assert.Equal(expected.Name, actual.Name);
        Xunit.Assert.Equal(expected.Title, actual.Title);
        Xunit.Assert.Equal(expected.Year, actual.Year);
        Xunit.Assert.Equal(expected.Sources.AsEnumerable(), actual.Sources);
        Xunit.Assert.Equal(expected.Sectors.AsEnumerable(), actual.Sectors);
        Xunit.Assert.Equal(expected.Economies.Select(Text), actual.Economies.Select(Text));
        Xunit.Assert.Equal(expected.Sets.Select(Text), actual.Sets.Select(Text));
        Xunit.Assert.Equal(expected.Elasticities.Select(Text), actual.Elasticities.Select(Text));
        SameBits(expected.Trade.Values, actual.Trade.Values);
        SameBits(expected.TariffRate.Values, actual.TariffRate.Values);
        SameBits(expected.InputShare.Values, actual.InputShare.Values);
        SameBits(expected.ValueAddedShare.Values, actual.ValueAddedShare.Values);
        SameBits(expected.FinalShare.Values, actual.FinalShare.Values);
        SameBits(expected.ValueAdded.AsSpan(), actual.ValueAdded.AsSpan());
        SameBits(expected.Deficit.AsSpan(), actual.Deficit.AsSpan());
        SameBits(expected.Gdp.AsSpan(), actual.Gdp.AsSpan());
        SameBits(expected.Population.AsSpan(), actual.Population.AsSpan());
        Xunit.Assert.Equal(expected.Estimated.ToArray(), actual.Estimated.ToArray());
        Xunit.Assert.Equal(expected.ContentHash, actual.ContentHash);
    }

    private static string Text(Economy economy) =>
        economy with { Contains = [] } + "|" + string.Join(' ', economy.Contains);

    private static string Text(EconomySet set) =>
        $"{set.Name}|{set.Title}|{string.Join(' ', set.Members)}|{set.Source}";

    private static string Text(ElasticitySet set) =>
        $"{set.Name}|{Text(set.Theta)}|{Text(set.StandardError)}|{string.Join('|', set.Source)}";

    private static string Text(IEnumerable<double> values) =>
        string.Join(' ', values.Select(value => value.ToString("R", CultureInfo.InvariantCulture)));

    private static void SameBits(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual)
    {
        Xunit.Assert.Equal(expected.Length, actual.Length);
        for (var at = 0; at < expected.Length; at++)
        {
            Xunit.Assert.Equal(
                BitConverter.DoubleToInt64Bits(expected[at]), BitConverter.DoubleToInt64Bits(actual[at]));
        }
    }
}
