namespace Caravan.Data.Building;

/// <summary>Distance between observed and estimated detail of trade, weighted by the observed value.</summary>
/// <param name="Estimate">What is compared.</param>
/// <param name="SectorMisplaced">Part of a pair's trade that the estimate puts in the wrong sector.</param>
/// <param name="SectorCorrelation">Correlation of sector shares within pairs.</param>
/// <param name="PartnerMisplaced">Part of an exporter's sales of a sector that the estimate sends to the wrong partner.
/// </param>
/// <param name="PartnerCorrelation">Correlation of partner shares within exporter and sector.</param>
public sealed record DetailError(
    string Estimate,
    double SectorMisplaced,
    double SectorCorrelation,
    double PartnerMisplaced,
    double PartnerCorrelation)
{
    internal static DetailError Of(string name, double[,,] observed, double[,,] estimated)
    {
        var (sectors, count) = (observed.GetLength(0), observed.GetLength(1));
        var (bySector, byPartner) = (new Comparison(), new Comparison());
        for (var i = 0; i < count; i++)
        {
            for (var n = 0; n < count; n++)
            {
                bySector.Add(sectors, j => observed[j, i, n], j => estimated[j, i, n]);
            }
            for (var j = 0; j < sectors; j++)
            {
                byPartner.Add(count, n => observed[j, i, n], n => estimated[j, i, n]);
            }
        }
        return new(name, bySector.Misplaced, bySector.Correlation, byPartner.Misplaced, byPartner.Correlation);
    }

    // Shares within groups, each group weighted by its observed value.
    private sealed class Comparison
    {
        private double _weight;
        private double _cells;
        private double _misplaced;
        private double _x;
        private double _y;
        private double _xx;
        private double _yy;
        private double _xy;

        public double Misplaced => _misplaced / _weight;

        public double Correlation => (_xy - _x * _y / _cells)
            / Math.Sqrt((_xx - _x * _x / _cells) * (_yy - _y * _y / _cells));

        public void Add(int length, Func<int, double> observed, Func<int, double> estimated)
        {
            var (total, other) = (0.0, 0.0);
            for (var a = 0; a < length; a++)
            {
                total += observed(a);
                other += estimated(a);
            }
            if (!(total > 0 && other > 0))
            {
                return;
            }
            _weight += total;
            for (var a = 0; a < length; a++)
            {
                var (x, y) = (observed(a) / total, estimated(a) / other);
                _misplaced += total * 0.5 * Math.Abs(x - y);
                _cells += total;
                _x += total * x;
                _y += total * y;
                _xx += total * x * x;
                _yy += total * y * y;
                _xy += total * x * y;
            }
        }
    }
}
