namespace Caravan.Reporting;

/// <summary>The version of Caravan that wrote a result.</summary>
public static class ProductVersion
{
    /// <summary>Three numbers, such as <c>0.1.0</c>.</summary>
    public static string Text { get; } = typeof(ProductVersion).Assembly.GetName().Version!.ToString(3);
}
