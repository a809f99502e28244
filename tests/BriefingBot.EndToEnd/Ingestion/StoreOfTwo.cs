using BriefingBot.EndToEnd.Cli;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Ingestion;

/// <summary>A store with two articles, loaded once and copied for each test.</summary>
public sealed class StoreOfTwo : IAsyncLifetime
{
    private readonly Workspace _workspace = new();

    public async ValueTask InitializeAsync()
    {
        var dam = _workspace.Write("dam.txt", LoadedStore.Dam);
        var library = _workspace.Write("library.txt", LoadedStore.RightToLeft);
        (await _workspace.JsonAsync("ingest", dam, library)).Ended(0);
    }

    public void CopyTo(string data)
    {
        Directory.CreateDirectory(data);
        foreach (var file in Directory.EnumerateFiles(_workspace.Data))
        {
            File.Copy(file, Path.Combine(data, Path.GetFileName(file)));
        }
    }

    public ValueTask DisposeAsync()
    {
        _workspace.Dispose();
        return ValueTask.CompletedTask;
    }
}
