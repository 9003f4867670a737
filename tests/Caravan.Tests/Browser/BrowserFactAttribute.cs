namespace Caravan.Tests.Browser;

/// <summary>A test in a real browser, which counts as skipped where Chromium or the built page is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = BrowserTools.SkipReason;
}
