using Caravan.Data.Loading;

namespace Caravan.Tests.Cli;

/// <summary>A folder of its own with the tiny world as <c>tiny.caravan</c> and as the folder <c>tiny</c>.</summary>
public sealed class TinyBaseline : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public TinyBaseline()
    {
        BaselineFile.Write(TinyWorld.Create(), PackedFile);
        BaselineFolder.Write(TinyWorld.Create(), Folder);
    }

    public string Root => _folder.Path;

    public string PackedFile => _folder.File("tiny.caravan");

    public string Folder => _folder.File("tiny");

    public string File(string name) => _folder.File(name);

    public void Dispose() => _folder.Dispose();
}
