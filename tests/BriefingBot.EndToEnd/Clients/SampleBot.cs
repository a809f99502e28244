using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Clients;
using BriefingBot.EndToEnd.Support;

[assembly: AssemblyFixture(typeof(SampleBot))]

namespace BriefingBot.EndToEnd.Clients;

/// <summary>A bot as a stranger starts it: on no data, so that it loads the sample articles. Started by the first test, for all.</summary>
public sealed class SampleBot : IAsyncLifetime
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Workspace _workspace = new();
    private readonly ConcurrentDictionary<string, JsonObject> _shown = [];
    private RunningBot? _bot;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The first page's address.</summary>
    internal async Task<Uri> StartAsync() => new((await BotAsync()).Endpoint, "/");

    internal async Task<RunningBot> BotAsync()
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _bot ??= await RunningBot.StartAsync(_workspace, samples: true);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Runs a command on the same articles, once they are there.</summary>
    internal async Task<Run> JsonAsync(string command, params string[] arguments)
    {
        await BotAsync();
        return await _workspace.JsonAsync(command, arguments);
    }

    internal string Write(string name, string text) => _workspace.Write(name, text);

    /// <summary>The article as the command line shows it. The samples do not change.</summary>
    internal async Task<JsonObject> ShowAsync(string id) => _shown.TryGetValue(id, out var shown)
        ? shown
        : _shown[id] = (await _workspace.JsonAsync("show", id)).Ended(0).Line;

    public async ValueTask DisposeAsync()
    {
        await (_bot?.DisposeAsync() ?? ValueTask.CompletedTask);
        _workspace.Dispose();
        _gate.Dispose();
    }
}
