using System.Text.Json.Nodes;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.EndToEnd.Clients.Pages;
using BriefingBot.EndToEnd.Support;
using BriefingBot.Indexing;
using BriefingBot.Web.Articles;
using Microsoft.Extensions.Options;

[assembly: AssemblyFixture(typeof(LinkedBot))]

namespace BriefingBot.EndToEnd.Clients.Pages;

/// <summary>A bot with an app registration and a public URL, and somebody who has its key and so makes the links that its answers have.</summary>
public sealed class LinkedBot : IAsyncLifetime
{
    public const string First = "The dam above Orlen broke at 03:12 on Friday morning, after four days of rain.";
    public const string Second = "Two villages were under water by noon, and 340 people were brought to the school in Teln.";
    public const string Third = "“Nobody had told us that the gates were stuck,” said the mayor, Ida Brandt.";

    private const string Public = "http://localhost:3978";

    private static readonly string Key = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(number => (byte)number)]);

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Workspace _workspace = new();
    private RunningBot? _bot;

    private static string Text { get; } = string.Join(
        "\n\n",
        First + " The river carried trees and cars through the lower streets.",
        "Engineers had measured the pressure on the wall each hour since Wednesday. Their last figures, sent at midnight, were within the limits.",
        Second,
        "The railway between Orlen and Teln is closed until the track bed has been looked at. Buses leave from the market place every half hour.",
        Third + " The county's water office would not say when it learnt of it.",
        "The rain stopped on Friday evening. More of it is expected on Sunday.");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    /// <summary>The link of an answer that has these words of the dam's article, led to the last of them, as the browser on this computer opens it.</summary>
    public async Task<Uri> LinkAsync(string id, TimeSpan age, params string[] quoted)
    {
        var bot = await BotAsync();
        var article = new Article { Id = id, Version = 1, Title = "A dam", Text = CanonicalText.From(Text) };
        var quotes = quoted.Select(words => VerifiedQuote.Verify(article, new CopiedProposal(id, 1, words)).Quotes.Single()).ToArray();
        var links = new ArticleLinks(
            Options.Create(new LinkOptions { PublicUrl = Public, LinkKey = Key }), Options.Create(new StorageOptions()), new Clock(TimeProvider.System.GetUtcNow() - age));
        var link = new Uri(links.Among(quotes)(id, 1, quotes[^1].Span)!);
        return new(bot.Endpoint, link.PathAndQuery + link.Fragment);
    }

    public async ValueTask DisposeAsync()
    {
        await (_bot?.DisposeAsync() ?? ValueTask.CompletedTask);
        _workspace.Dispose();
        _gate.Dispose();
    }

    private async Task<RunningBot> BotAsync()
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

    private async Task<RunningBot> StartAsync()
    {
        await IngestAsync(Dam("dam", Text, "2026-03-06"), Dam("removed", Text, "2026-03-06"));
        await IngestAsync(
            Dam("dam", Text.Replace("340 people", "430 people", StringComparison.Ordinal), "2026-03-06"),
            Dam("correction", "The school in Teln took in 430 people from the two villages that were under water, not 340 people.", "2026-03-08", "Correction: Two villages under water after dam breaks"));
        (await _workspace.JsonAsync("remove", "--yes", "removed")).Ended(0);
        return await RunningBot.StartAsync(_workspace, settings: new Dictionary<string, string>
        {
            ["MicrosoftAppId"] = "8d1b0f1e-5f0f-4c55-9a5f-0d6cbb3a6b0e",
            ["MicrosoftAppType"] = "UserAssignedMSI",
            ["MicrosoftAppTenantId"] = "22222222-2222-2222-2222-222222222222",
            ["Bot__PublicUrl"] = Public,
            ["Bot__LinkKey"] = Key,
        });
    }

    private async Task IngestAsync(params JsonObject[] articles) =>
        (await _workspace.JsonAsync("ingest", _workspace.Write("dams.jsonl", string.Join('\n', articles.Select(article => article.ToJsonString()))))).Ended(0);

    private static JsonObject Dam(string id, string text, string published, string title = "Two villages under water after dam breaks") => new()
    {
        ["id"] = id,
        ["title"] = title,
        ["text"] = text,
        ["source"] = "The Orlen Courier",
        ["author"] = "Maud Steen",
        ["published"] = published,
        ["url"] = $"https://courier.example/{id}",
        ["labels"] = new JsonArray("floods"),
    };

    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
