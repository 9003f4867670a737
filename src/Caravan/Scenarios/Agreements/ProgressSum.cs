namespace Caravan.Scenarios.Agreements;

/// <summary>Tells how far work has come that is done in several batches, as one count that only grows.</summary>
internal sealed class ProgressSum(IProgress<RunProgress> progress, int expected) : IProgress<RunProgress>
{
    private int _before;
    private int _batch;

    /// <summary>Takes the progress of one batch; batches come one after the other.</summary>
    public void Report(RunProgress value)
    {
        if (value.Done == 1)
        {
            _before += _batch;
        }
        _batch = value.Total;
        progress.Report(new RunProgress(_before + value.Done, Math.Max(expected, _before + value.Total)));
    }
}
