using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Caravan.Data;

namespace Caravan.Scenarios.Results;

/// <summary>SHA-256 of what a result depends on, hexadecimal in small letters.</summary>
internal static class Fingerprint
{
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Over codes, flags and every number that the trade model reads, in a fixed order.</summary>
    public static string Of(Baseline baseline)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(baseline.Name);
        foreach (var economy in baseline.Economies)
        {
            Add($"{economy.Code} {economy.Landlocked}");
        }
        foreach (var sector in baseline.Sectors)
        {
            Add($"{sector.Code} {sector.IsService}");
        }
        AddNumbers(baseline.Trade.Values);
        AddNumbers(baseline.TariffRate.Values);
        AddNumbers(baseline.InputShare.Values);
        AddNumbers(baseline.ValueAddedShare.Values);
        AddNumbers(baseline.FinalShare.Values);
        AddNumbers(baseline.ValueAdded.AsSpan());
        AddNumbers(baseline.Deficit.AsSpan());
        AddNumbers(baseline.Gdp.AsSpan());
        foreach (var set in baseline.Elasticities)
        {
            Add(set.Name);
            AddNumbers(set.Theta.AsSpan());
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());

        // the length goes first, so that no two different lists give the same bytes
        void Add(string text)
        {
            AddLength(text.Length);
            hash.AppendData(Encoding.UTF8.GetBytes(text));
        }

        void AddNumbers(ReadOnlySpan<double> numbers)
        {
            AddLength(numbers.Length);
            hash.AppendData(MemoryMarshal.AsBytes(numbers));
        }

        void AddLength(int length)
        {
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteInt32LittleEndian(bytes, length);
            hash.AppendData(bytes);
        }
    }
}
