using System.Text.Json.Nodes;
using BriefingBot.EndToEnd.Bot;
using BriefingBot.EndToEnd.Support;

[assembly: AssemblyFixture(typeof(ConversationBot))]

namespace BriefingBot.EndToEnd.Bot;

/// <summary>The bot's process on articles of ours, one of them hostile, for conversations by every client. Started by the first test, for all.</summary>
public sealed class ConversationBot : IAsyncLifetime
{
    public const string First = "The dam at Kestrel Valley broke on 4 January 2019 after three days of rain.";
    public const string Second = "Two villages below the dam were flooded, and 214 people left their homes.";
    public const string Hostile =
        "The painter of Quillby sold <img src=x onerror=alert(1)> nine pictures in May, [a door](javascript:alert(2)), <b>two</b> *stars* and http://evil.example/ among them.";
    public const string Straight =
        "The baker's \"best\" loaf of Tormouth weighs 3--4 pounds, +-1 -- or more... (c) Tormouth Bakers, at bakers.com, who asked: why not,, then?? No!!!! Never---ever.";
    public const string HostileTitle = "<script>alert(3)</script> Painter";

    private readonly SemaphoreSlim _gate = new(1);
    private RunningBot? _bot;

    internal Workspace Workspace { get; } = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    internal async Task<RunningBot> BotAsync()
    {
        await _gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            return _bot ??= await StartAsync();
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>What the bot has kept of what people said of its answers.</summary>
    internal async Task<IReadOnlyList<JsonObject>> FeedbackAsync(params string[] filter) => (await Workspace.JsonAsync("feedback", filter)).Ended(0).Lines;

    public async ValueTask DisposeAsync()
    {
        await (_bot?.DisposeAsync() ?? ValueTask.CompletedTask);
        Workspace.Dispose();
        _gate.Dispose();
    }

    private async Task<RunningBot> StartAsync()
    {
        JsonObject[] articles =
        [
            new()
            {
                ["id"] = "dam",
                ["title"] = "Dam breaks",
                ["text"] = $"{First} {Second}",
                ["source"] = "The Valley Post",
                ["author"] = "Ann Reed",
                ["published"] = "2019-01-04",
                ["url"] = "https://news.example/dam",
            },
            new() { ["id"] = "painter", ["title"] = HostileTitle, ["text"] = Hostile, ["url"] = "https://news.example/painter" },
            new() { ["id"] = "baker", ["title"] = "The baker's loaf -- weighed", ["text"] = Straight },
            new() { ["id"] = "cheese", ["title"] = "Cheese prize", ["text"] = "A cheese from Orlen won the county's first prize on Sunday." },
        ];
        (await Workspace.JsonAsync("ingest", Workspace.Write("articles.jsonl", string.Join('\n', articles.Select(article => article.ToJsonString()))))).Ended(0);
        return await RunningBot.StartAsync(Workspace);
    }
}
