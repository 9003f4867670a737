namespace Caravan.Scenarios.Parsing;

/// <summary>A piece of text and the place it was read from; line zero where it came from an override.</summary>
internal readonly record struct FileText(string Text, string File, int Line)
{
    public override string ToString() => Text;
}
