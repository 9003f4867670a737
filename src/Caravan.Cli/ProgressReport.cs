using Caravan.Scenarios;
using Spectre.Console;

namespace Caravan.Cli;

/// <summary>Tells on standard error how far long work has come: a bar on a terminal, a line each tenth elsewhere.</summary>
internal static class ProgressReport
{
    /// <summary>Runs the work with a progress to report to.</summary>
    /// <param name="terminal">Where it is told.</param>
    /// <param name="what">What is being done, in a word or two.</param>
    /// <param name="work">The work.</param>
    public static T Run<T>(Terminal terminal, string what, Func<IProgress<RunProgress>, T> work)
    {
        if (!terminal.ErrorIsInteractive)
        {
            return work(new Lines(terminal, what));
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = terminal.Colour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(terminal.Error),
        });
        return console.Progress().AutoClear(true).Start(context =>
        {
            var task = context.AddTask(what, autoStart: true);
            return work(new Bar(task));
        });
    }

    private sealed class Bar(ProgressTask task) : IProgress<RunProgress>
    {
        public void Report(RunProgress value)
        {
            (task.MaxValue, task.Value) = (value.Total, value.Done);
        }
    }

    private sealed class Lines(Terminal terminal, string what) : IProgress<RunProgress>
    {
        private int _tenths;

        public void Report(RunProgress value)
        {
            var tenths = 10 * value.Done / Math.Max(1, value.Total);
            if (value.Done == 1)
            {
                _tenths = 0;
            }
            if (tenths > _tenths)
            {
                _tenths = tenths;
                terminal.Error.WriteLine($"caravan: {what}: {value.Done} of {value.Total}");
            }
        }
    }
}
