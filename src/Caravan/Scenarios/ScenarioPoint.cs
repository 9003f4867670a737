using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Caravan.Scenarios;

/// <summary>A scenario as a point: what it says, and the numbers in it as coordinates.</summary>
internal sealed partial class ScenarioPoint
{
    private readonly string _words;
    private readonly ImmutableArray<double> _numbers;

    private ScenarioPoint(string words, ImmutableArray<double> numbers) => (_words, _numbers) = (words, numbers);

    /// <summary>The coordinate of a number.</summary>
    public double this[int number] => _numbers[number];

    /// <summary>The point of a scenario.</summary>
    public static ScenarioPoint Of(Scenario scenario)
    {
        var numbers = ImmutableArray.CreateBuilder<double>();
        var words = Number().Replace(scenario.ToYaml(), found =>
        {
            var number = double.Parse(found.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture);
            numbers.Add(found.Groups[2].Success ? number / 100 : number);
            return "#";
        });
        return new(words, numbers.ToImmutable());
    }

    /// <summary>The numbers in which this scenario is another than one that says the same otherwise; null where more
    /// differs.</summary>
    public ImmutableArray<int>? NumbersThatDiffer(ScenarioPoint other) => _words != other._words
        ? null
        : [.. Enumerable.Range(0, _numbers.Length).Where(i => _numbers[i] != other._numbers[i])];

    // a whole is written as 100%, a half as 0.5
    [GeneratedRegex(@"([-+]?[0-9]+(?:\.[0-9]+)?(?:e[-+]?[0-9]+)?)(%)?", RegexOptions.IgnoreCase)]
    private static partial Regex Number();
}
