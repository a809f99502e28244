using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.EndToEnd.Clients.DirectLine;

/// <summary>A Direct Line service on a loopback port: clients on one side, one bot on the other.</summary>
internal sealed class DirectLineChannel : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _bot;
    private readonly ConcurrentDictionary<string, DirectLineConversation> _conversations = [];
    private readonly ConcurrentDictionary<string, (string Type, byte[] Bytes)> _files = [];

    private DirectLineChannel(WebApplication app, Uri bot) => (_app, _bot) = (app, new() { BaseAddress = bot, Timeout = TimeSpan.FromSeconds(60) });

    /// <summary>How many streams clients have opened; who polls opens none.</summary>
    public int Streams { get; set; }

    public string Url => _app.Urls.Single();

    /// <summary>Where clients are pointed at.</summary>
    public string Domain => $"{Url}/v3/directline";

    /// <summary>Starts it for the bot at this address.</summary>
    public static async Task<DirectLineChannel> StartAsync(Uri bot)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddRoutingCore();
        var channel = new DirectLineChannel(builder.Build(), bot);
        channel._app.UseWebSockets();
        channel._app.UseRouting();
        channel._app.MapClients(channel);
        channel._app.MapConnector(channel);
        channel._app.MapGet("/files/{name}", (string name) => channel._files.TryGetValue(name, out var file) ? Results.Bytes(file.Bytes, file.Type) : Results.NotFound());
        await channel._app.StartAsync(TestContext.Current.CancellationToken);
        return channel;
    }

    /// <summary>Serves bytes, and says where.</summary>
    public string Serve(string name, string type, byte[] bytes)
    {
        _files[name] = (type, bytes);
        return $"{Url}/files/{name}";
    }

    public DirectLineConversation? Find(string id) => _conversations.GetValueOrDefault(id);

    public DirectLineConversation? FindByToken(string token) => _conversations.Values.FirstOrDefault(conversation => conversation.Token == token);

    public DirectLineConversation Open()
    {
        var conversation = new DirectLineConversation(Guid.NewGuid().ToString("n")[..12]);
        _conversations[conversation.Id] = conversation;
        return conversation;
    }

    /// <summary>From now on the service does not know the conversation.</summary>
    public void End(string id) => _conversations.TryRemove(id, out _);

    /// <summary>Tells the bot of the two who are there, as Web Chat's service does.</summary>
    public async Task AnnounceAsync(DirectLineConversation conversation)
    {
        foreach (var member in (string[])["bot", "user"])
        {
            await TellAsync(conversation, new()
            {
                ["type"] = "conversationUpdate",
                ["id"] = Guid.NewGuid().ToString("n"),
                ["channelId"] = "directline",
                ["conversation"] = new JsonObject { ["id"] = conversation.Id },
                ["from"] = new JsonObject { ["id"] = "user" },
                ["membersAdded"] = new JsonArray(new JsonObject { ["id"] = member }),
            });
        }
    }

    /// <summary>Posts an activity to the bot, to the end of its turn; false when it is not taken.</summary>
    public async Task<bool> TellAsync(DirectLineConversation conversation, JsonObject activity)
    {
        var told = activity.DeepClone().AsObject();
        (told["serviceUrl"], told["recipient"]) = ($"{Url}/", new JsonObject { ["id"] = "bot", ["name"] = "Briefing" });
        using var response = await _bot.PostAsync((Uri?)null, new StringContent(told.ToJsonString(), Encoding.UTF8, "application/json"));
        return response.IsSuccessStatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        // Without waiting for clients that still listen.
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(100));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        _bot.Dispose();
    }
}
