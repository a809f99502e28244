using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Clients.DirectLine;
using BriefingBot.EndToEnd.Support;

namespace BriefingBot.EndToEnd.Clients.WebChat;

/// <summary>A bot with articles, one of them hostile, and a Direct Line service that serves Web Chat's page. Started by the first test.</summary>
public sealed class WebChatBot : IAsyncLifetime
{
    public const string First = "The dam at Kestrel Valley broke on 4 January 2019 after three days of rain.";
    public const string Hostile =
        "The painter of Quillby sold <img src=x onerror=alert(1)> nine pictures in May, [a door](javascript:alert(2)), <b>two</b> *stars* and http://evil.example/ among them.";
    public const string Straight =
        "The baker's \"best\" loaf of Tormouth weighs 3--4 pounds, +-1 -- or more... (c) Tormouth Bakers, at bakers.com, who asked: why not,, then?? No!!!! Never---ever.";
    public const string HostileTitle = "<script>alert(3)</script> Painter";

    private readonly Workspace _workspace = new();
    private RunningBot? _bot;
    private DirectLineChannel? _channel;
    private string _address = "";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The chat's address.</summary>
    internal async Task<string> StartAsync()
    {
        if (_channel is null)
        {
            // Who lacks something skips before anything is started.
            Needed.Package("botframework-webchat");
            Needed.Chromium();
            JsonObject[] articles =
            [
                new()
                {
                    ["id"] = "dam",
                    ["title"] = "Dam breaks",
                    ["text"] = $"{First} Two villages below the dam were flooded, and 214 people left their homes.",
                    ["source"] = "The Valley Post",
                    ["author"] = "Ann Reed",
                    ["published"] = "2019-01-04",
                    ["url"] = "https://news.example/dam",
                },
                new() { ["id"] = "painter", ["title"] = HostileTitle, ["text"] = Hostile, ["url"] = "https://news.example/painter" },
                new() { ["id"] = "baker", ["title"] = "The baker's loaf -- weighed", ["text"] = Straight },
                new() { ["id"] = "cheese", ["title"] = "Cheese prize", ["text"] = "A cheese from Orlen won the county's first prize on Sunday." },
            ];
            var file = _workspace.Write("articles.jsonl", string.Join('\n', articles.Select(article => article.ToJsonString())));
            (await _workspace.JsonAsync("ingest", file)).Ended(0);
            _bot = await RunningBot.StartAsync(_workspace);
            _channel = await DirectLineChannel.StartAsync(_bot.Endpoint);
            _address = await ChatWindow.ServeAsync(_channel);
        }

        return _address;
    }

    public async ValueTask DisposeAsync()
    {
        await (_channel?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_bot?.DisposeAsync() ?? ValueTask.CompletedTask);
        _workspace.Dispose();
    }
}
