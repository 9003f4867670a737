using System.Globalization;

namespace Caravan.Tests.Browser;

/// <summary>Compares a number as people read it with the same number in full precision.</summary>
internal static class ShownNumber
{
    /// <summary>Asserts that all digits shown are those of the number.</summary>
    public static void Equal(double number, string shown)
    {
        var plain = shown.Replace(",", "", StringComparison.Ordinal).Replace('\u2212', '-').TrimStart('+');
        var digits = plain.Contains('.', StringComparison.Ordinal) ? plain.Length - plain.IndexOf('.') - 1 : 0;
        var read = double.Parse(plain, NumberStyles.Float, CultureInfo.InvariantCulture);
        // half a unit of the last digit shown, and a hair for the halves themselves
        var tolerance = 0.5 * Math.Pow(10, -digits) * (1 + 1e-6);
        Assert.True(Math.Abs(read - number) <= tolerance, $"shown {shown}, computed {number}");
        Assert.True(number == 0 || read != 0 || Math.Abs(number) < 1e-4, $"{number} is shown as {shown}");
    }
}
