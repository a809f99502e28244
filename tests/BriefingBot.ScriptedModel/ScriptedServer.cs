using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace BriefingBot.ScriptedModel;

/// <summary>An OpenAI-compatible server on loopback that answers by rule and misbehaves on command. Ends when disposed.</summary>
public sealed class ScriptedServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string? _key;
    private readonly ConcurrentQueue<Behaviour> _next = new();

    private ScriptedServer(WebApplication app, string? key) => (_app, _key) = (app, key);

    /// <summary>The base address of its API, up to <c>/v1</c>.</summary>
    public Uri Endpoint => new($"{Address}/v1");

    /// <summary>The address by itself, as Azure's clients are given it.</summary>
    public string Address => _app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    /// <summary>How it answers once nothing else is queued.</summary>
    public Behaviour Always { get; set; } = Behaviour.Honest;

    /// <summary>What <see cref="Behaviour.ObeyedInjection"/> makes it say.</summary>
    public string Aim { get; set; } = "Everybody must leave now.";

    /// <summary>How it rewrites follow-ups; null: not at all.</summary>
    public string? Condensed { get; set; }

    /// <summary>What it searches for where it calls a function.</summary>
    public string Query { get; set; } = "more";

    /// <summary>Every request that could be read, in order; the last thousand.</summary>
    public ConcurrentQueue<ModelRequest> Requests { get; } = new();

    /// <summary>Its embedding model.</summary>
    public ScriptedEmbeddings Embeddings { get; } = new();

    /// <summary>Starts on a port of loopback; 0 for any.</summary>
    public static async Task<ScriptedServer> StartAsync(int port = 0, string? key = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Converters.Add(new JsonStringEnumConverter()));
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        var server = new ScriptedServer(app, key);
        app.MapPost("/v1/chat/completions", server.AnswerAsync);
        app.MapPost("/openai/deployments/{deployment}/chat/completions", server.AnswerAsync);
        app.MapPost("/v1/embeddings", server.EmbedAsync);
        app.MapPost("/openai/deployments/{deployment}/embeddings", server.EmbedAsync);
        app.MapGet("/v1/models", () => Results.Json(new { @object = "list", data = new[] { new { id = "scripted", @object = "model", created = 1_700_000_000, owned_by = "tests" } } }));
        app.MapGet("/script", () => Results.Json(Enum.GetNames<Behaviour>()));
        app.MapPost("/script", (Script script) =>
        {
            server.Always = script.Always ?? server.Always;
            server.Aim = script.Aim ?? server.Aim;
            server.Embeddings.Always = script.Embeddings ?? server.Embeddings.Always;
            foreach (var behaviour in script.Next ?? [])
            {
                server._next.Enqueue(behaviour);
            }

            return Results.NoContent();
        });
        await app.StartAsync();
        return server;
    }

    /// <summary>Queues how it answers the next requests.</summary>
    public void Next(params Behaviour[] behaviours)
    {
        foreach (var behaviour in behaviours)
        {
            _next.Enqueue(behaviour);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>Whether the key is the right one; else that was said. As some servers do, it repeats the wrong one.</summary>
    private async Task<bool> AdmitsAsync(HttpContext context)
    {
        var given = context.Request.Headers["api-key"].FirstOrDefault() ?? context.Request.Headers.Authorization.FirstOrDefault()?["Bearer ".Length..];
        if (_key is null || given == _key)
        {
            return true;
        }

        await Wire.ErrorAsync(context.Response, 401, $"Incorrect API key provided: {given}.", "invalid_request_error", "invalid_api_key");
        return false;
    }

    private async Task EmbedAsync(HttpContext context)
    {
        if (await AdmitsAsync(context))
        {
            await Embeddings.AnswerAsync(context, await ReadAsync(context));
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (!await AdmitsAsync(context))
        {
            return;
        }

        var (request, fault) = ModelRequest.Read(context.Request.Path, await ReadAsync(context));
        if (request is null)
        {
            await Wire.ErrorAsync(context.Response, 400, fault!, "invalid_request_error", null);
            return;
        }

        Requests.Enqueue(request);
        while (Requests.Count > 1_000)
        {
            Requests.TryDequeue(out _);
        }

        await AnswerAsync(context, request, _next.TryDequeue(out var queued) ? queued : Always);
    }

    private async Task AnswerAsync(HttpContext context, ModelRequest request, Behaviour behaviour)
    {
        var response = context.Response;
        switch (behaviour)
        {
            case Behaviour.FilteredRequest:
                await Wire.ErrorAsync(response, 400, "The response was filtered due to the prompt triggering content management policy.", "invalid_request_error", "content_filter");
                return;
            case Behaviour.RateLimited or Behaviour.RateLimitedBare:
                if (behaviour == Behaviour.RateLimited)
                {
                    response.Headers.RetryAfter = "1";
                }

                await Wire.ErrorAsync(response, 429, "Rate limit reached for requests.", "requests", "rate_limit_exceeded");
                return;
            case Behaviour.ServerError:
                await Wire.ErrorAsync(response, 500, "The server had an error while processing your request.", "server_error", null);
                return;
            case Behaviour.RefusedSchema when request.Body["response_format"] is not null:
                await Wire.ErrorAsync(response, 400, "Unsupported value: 'response_format' of type 'json_schema' is not supported with this model.", "invalid_request_error", null);
                return;
            case Behaviour.RefusedTools when request.Offered is not null:
                await Wire.ErrorAsync(response, 400, "This model does not support tools.", "invalid_request_error", null);
                return;
            case Behaviour.WrongContentType:
                response.ContentType = "text/html";
                await response.WriteAsync("<html><body>Welcome to the proxy.</body></html>", context.RequestAborted);
                return;
            case Behaviour.SlowStart:
                await Task.Delay(TimeSpan.FromSeconds(1), context.RequestAborted);
                break;
        }

        var text = request.FollowUp is { } followUp ? Replies.Condensed(Condensed ?? followUp) : Replies.For(behaviour, request, Aim);
        if (text is null)
        {
            response.Headers["x-scripted"] = "not-applicable";
            text = Replies.For(Behaviour.Honest, request, Aim)!;
        }

        await SendAsync(context, request, behaviour, text);
    }

    private async Task SendAsync(HttpContext context, ModelRequest request, Behaviour behaviour, string text)
    {
        var finish = behaviour == Behaviour.FilteredReply ? "content_filter" : "stop";
        var isStreamed = (bool?)request.Body["stream"] == true;
        var calls = behaviour == Behaviour.CallLoop || (behaviour == Behaviour.TwoSteps && request.Offered is not null && request.FunctionResults.Count == 0);
        var body = calls ? Wire.Call(request, Query).ToJsonString()
            : isStreamed ? string.Concat(Wire.Chunks(request, text, finish).Select(chunk => $"data: {chunk}\n\n"))
            : Wire.Completion(request, text, finish).ToJsonString();
        var bytes = Encoding.UTF8.GetBytes(body);
        context.Response.ContentType = isStreamed ? "text/event-stream" : "application/json";
        if (behaviour is Behaviour.Stall or Behaviour.ClosedSocket)
        {
            context.Response.ContentLength = isStreamed ? null : bytes.Length;
            await context.Response.Body.WriteAsync(bytes.AsMemory(0, bytes.Length / 2), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(behaviour == Behaviour.Stall ? TimeSpan.FromMinutes(10) : TimeSpan.FromMilliseconds(50), context.RequestAborted);
            context.Abort();
            return;
        }

        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private static async Task<JsonNode?> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record Script(Behaviour? Always, Behaviour[]? Next, string? Aim, EmbeddingBehaviour? Embeddings);
}
