using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace BriefingBot.Tests.Support;

/// <summary>The channel's Connector service on a port of its own: takes what the bot sends, or fails as it is told to.</summary>
internal sealed class Connector : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Delivery> _deliveries = [];
    private readonly SemaphoreSlim _arrived = new(0);
    private readonly TeamsLimits _limits = new();
    private readonly ConcurrentQueue<string> _broken = [];
    private int _requests;

    private Connector(WebApplication app) => _app = app;

    /// <summary>One activity that the bot sent.</summary>
    internal sealed record Delivery(string Method, string Path, JsonObject Activity, string Id)
    {
        public string? Type => (string?)Activity["type"];

        public string Text => (string?)Activity["text"] ?? "";

        /// <summary>The text without the mention that a reply in a group begins with.</summary>
        public string Said => Text.StartsWith("<at>", StringComparison.Ordinal) ? Text[(Text.IndexOf("</at>", StringComparison.Ordinal) + "</at>".Length)..].TrimStart() : Text;

        public string? TextFormat => (string?)Activity["textFormat"];

        /// <summary>Its Adaptive Card; null where it has none.</summary>
        public JsonObject? Card => Activity["attachments"]?.AsArray().OfType<JsonObject>().FirstOrDefault(attachment => (string?)attachment["contentType"] == "application/vnd.microsoft.card.adaptive")?["content"]?.AsObject();

        /// <summary>What Teams reads to put updates and a last message in each other's place.</summary>
        public JsonObject? Stream => Activity["entities"]?.AsArray().OfType<JsonObject>().FirstOrDefault(entity => (string?)entity["type"] == "streaminfo");
    }

    /// <summary>An answer to an activity that is not taken.</summary>
    internal sealed record Refusal(int Status, string Code = "", string Reason = "", string? RetryAfter = null);

    public string Url => _app.Urls.Single() + "/";

    /// <summary>All requests, failed ones among them.</summary>
    public int Requests => _requests;

    /// <summary>What to do with a request instead of taking its activity; null takes it.</summary>
    public Func<HttpContext, Task>? Failure { get; set; }

    /// <summary>Looks at an activity and refuses it; null takes it.</summary>
    public Func<JsonObject, Refusal?>? Refuses { get; set; }

    public IReadOnlyList<Delivery> Deliveries => [.. _deliveries];

    /// <summary>The messages that say something; cards that come apart are none.</summary>
    public IReadOnlyList<Delivery> Messages => [.. _deliveries.Where(delivery => delivery.Type == "message" && (delivery.Text.Length > 0 || delivery.Card is null))];

    /// <summary>The messages with a card.</summary>
    public IReadOnlyList<Delivery> Cards => [.. _deliveries.Where(delivery => delivery.Card is not null)];

    public static async Task<Connector> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var connector = new Connector(builder.Build());
        connector._app.Run(connector.TakeAsync);
        await connector._app.StartAsync(TestContext.Current.CancellationToken);
        return connector;
    }

    public void FailWith(int status) => Failure = context =>
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    };

    /// <summary>The message number <paramref name="count"/>, once it is there.</summary>
    public async Task<Delivery> MessageAsync(int count = 1)
    {
        await UntilAsync(() => Messages.Count >= count);
        return Messages[count - 1];
    }

    public async Task UntilAsync(Func<bool> reached)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (!reached())
        {
            // Not only what arrives here may be waited for.
            await _arrived.WaitAsync(TimeSpan.FromMilliseconds(20), patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _arrived.Dispose();
        Assert.True(_broken.IsEmpty, $"Teams would refuse what was sent: {string.Join("; ", _broken)}");
    }

    private async Task TakeAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        if (Failure is { } failure)
        {
            await failure(context);
        }
        else
        {
            var activity = (await JsonNode.ParseAsync(context.Request.Body))!.AsObject();
            await (Refuses?.Invoke(activity) is { } refusal ? RefuseAsync(context.Response, refusal) : TakeAsync(context, activity));
        }

        _arrived.Release();
    }

    private static Task RefuseAsync(HttpResponse response, Refusal refusal)
    {
        response.StatusCode = refusal.Status;
        if (refusal.RetryAfter is not null)
        {
            response.Headers.RetryAfter = refusal.RetryAfter;
        }

        return response.WriteAsJsonAsync(new { error = new { code = refusal.Code, message = refusal.Reason } });
    }

    private async Task TakeAsync(HttpContext context, JsonObject activity)
    {
        lock (_limits)
        {
            foreach (var fault in _limits.FaultsOf(activity))
            {
                _broken.Enqueue(fault);
            }
        }

        var id = Guid.NewGuid().ToString("n");
        _deliveries.Enqueue(new(context.Request.Method, context.Request.Path, activity, id));
        context.Response.StatusCode = StatusCodes.Status201Created;
        await context.Response.WriteAsJsonAsync(new { id });
    }
}
