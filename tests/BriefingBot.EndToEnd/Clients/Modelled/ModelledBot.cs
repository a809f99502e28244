using BriefingBot.EndToEnd.Support;
using BriefingBot.ScriptedModel;

namespace BriefingBot.EndToEnd.Clients.Modelled;

/// <summary>A bot with the sample articles and a language model that behaves as it is told to. Started by the first test, which can skip.</summary>
public sealed class ModelledBot : IAsyncLifetime
{
    private readonly Workspace _workspace = new();
    private RunningBot? _bot;
    private ScriptedServer? _model;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The bot, whose model behaves like this from now on.</summary>
    internal async Task<RunningBot> BotAsync(Behaviour behaviour)
    {
        _model ??= await ScriptedServer.StartAsync();
        _model.Always = behaviour;

        // Nothing is kept, so that each question is put to the model.
        return _bot ??= await RunningBot.StartAsync(_workspace, samples: true, settings: new Dictionary<string, string>
        {
            ["LanguageModel__Provider"] = "OpenAI",
            ["LanguageModel__Endpoint"] = _model.Endpoint.AbsoluteUri,
            ["LanguageModel__Model"] = "scripted",
            ["LanguageModel__KeepRepliesMinutes"] = "0",
        });
    }

    public async ValueTask DisposeAsync()
    {
        await (_bot?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_model?.DisposeAsync() ?? ValueTask.CompletedTask);
        _workspace.Dispose();
    }
}
