using Caravan.Data;
using Caravan.Numerics;
using Caravan.Scenarios.Parsing;

namespace Caravan.Scenarios.Compiling;

/// <summary>Productivity A^, labour L^ and weights in final spending; factors on one cell multiply.</summary>
internal sealed class EconomyShocks(Baseline baseline, IssueList issues)
{
    private readonly int _economies = baseline.Economies.Length;
    private readonly int _sectors = baseline.Sectors.Length;
    private double[]? _productivity;
    private double[]? _labour;
    private double[]? _weights;
    private ScenarioAction? _lastDemand;

    public void AddProductivity(ScenarioAction action) =>
        Multiply(_productivity ??= Ones(_economies * _sectors), action);

    public void AddLabour(ScenarioAction action) => Multiply(_labour ??= Ones(_economies), action);

    public void AddDemand(ScenarioAction action)
    {
        Multiply(_weights ??= Ones(_economies * _sectors), action);
        _lastDemand = action;
    }

    public Matrix<double>? ToProductivity() =>
        _productivity is null ? null : new Matrix<double>(_economies, _sectors, _productivity);

    public double[]? ToLabour() => _labour;

    /// <summary>Change of the weight of each sector in final spending [economy, sector].</summary>
    public Matrix<double>? ToFinalWeights()
    {
        if (_weights is null)
        {
            return null;
        }
        for (var n = 0; n < _economies; n++)
        {
            var left = 0.0;
            for (var j = 0; j < _sectors; j++)
            {
                left += baseline.FinalShare[n, j] * _weights[n * _sectors + j];
            }
            if (left <= 0)
            {
                issues.Add(_lastDemand!.File, _lastDemand.Line,
                    $"the demand shocks leave {baseline.Economies[n].Code} with nothing to spend on",
                    "keep at least one sector that it buys");
            }
        }
        return new Matrix<double>(_economies, _sectors, _weights);
    }

    private void Multiply(double[] factors, ScenarioAction action)
    {
        var change = action.Size("change");
        ActionCells.VisitEconomies(action, baseline, (cell, value) => factors[cell] *= 1 + (change ?? value));
    }

    private static double[] Ones(int length)
    {
        var ones = new double[length];
        ones.AsSpan().Fill(1);
        return ones;
    }
}
