using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace BriefingBot.ScriptedModel;

/// <summary>OpenAI's embeddings, of a model without a model: each word has a direction of its own, and a text the sum of its words'.</summary>
public sealed partial class ScriptedEmbeddings
{
    private readonly ConcurrentQueue<EmbeddingBehaviour> _next = new();

    /// <summary>The models or deployments that it knows.</summary>
    public HashSet<string> Models { get; } = new(StringComparer.Ordinal) { "scripted" };

    /// <summary>The length of a vector where none was asked for.</summary>
    public int Dimensions { get; set; } = 64;

    /// <summary>How it answers once nothing else is queued.</summary>
    public EmbeddingBehaviour Always { get; set; } = EmbeddingBehaviour.Honest;

    /// <summary>Every request that could be read, in order.</summary>
    public ConcurrentQueue<JsonObject> Requests { get; } = new();

    /// <summary>Every text that it was given.</summary>
    public IEnumerable<string> Texts => Requests.SelectMany(request => request["input"]!.AsArray()).Select(text => (string)text!);

    /// <summary>Queues how it answers the next requests.</summary>
    public void Next(params EmbeddingBehaviour[] behaviours)
    {
        foreach (var behaviour in behaviours)
        {
            _next.Enqueue(behaviour);
        }
    }

    internal async Task AnswerAsync(HttpContext context, JsonNode? body)
    {
        var deployment = (string?)context.Request.RouteValues["deployment"];
        if (body is not JsonObject request || request["input"] is not JsonArray { Count: > 0 } input || (deployment ?? (string?)request["model"]) is not { } model
            || input.Any(text => string.IsNullOrEmpty((string?)text)))
        {
            await Wire.ErrorAsync(context.Response, 400, "'$.input' is invalid.", "invalid_request_error", null);
            return;
        }

        if (!Models.Contains(model))
        {
            await Wire.ErrorAsync(context.Response, 404, $"The model `{model}` does not exist or you do not have access to it.", "invalid_request_error", "model_not_found");
            return;
        }

        Requests.Enqueue(request);
        await AnswerAsync(context, request, input, _next.TryDequeue(out var queued) ? queued : Always);
    }

    private async Task AnswerAsync(HttpContext context, JsonObject request, JsonArray input, EmbeddingBehaviour behaviour)
    {
        var response = context.Response;
        switch (behaviour)
        {
            case EmbeddingBehaviour.RateLimited or EmbeddingBehaviour.RateLimitedForLong:
                response.Headers.RetryAfter = behaviour == EmbeddingBehaviour.RateLimited ? "1" : "3600";
                await Wire.ErrorAsync(response, 429, "Rate limit reached for requests.", "requests", "rate_limit_exceeded");
                return;
            case EmbeddingBehaviour.ServerError:
                await Wire.ErrorAsync(response, 500, "The server had an error while processing your request.", "server_error", null);
                return;
            case EmbeddingBehaviour.TooLong:
                await Wire.ErrorAsync(response, 400, "This model's maximum context length is 512 tokens, however you requested 613 tokens.", "invalid_request_error", null);
                return;
            case EmbeddingBehaviour.RefusesDimensions when request["dimensions"] is not null:
                await Wire.ErrorAsync(response, 400, "This model does not support specifying dimensions.", "invalid_request_error", null);
                return;
            case EmbeddingBehaviour.WrongContentType:
                response.ContentType = "text/html";
                await response.WriteAsync("<html><body>Welcome to the proxy.</body></html>", context.RequestAborted);
                return;
            case EmbeddingBehaviour.Stall:
                await Task.Delay(TimeSpan.FromMinutes(10), context.RequestAborted);
                return;
            case EmbeddingBehaviour.Redirect:
                response.Redirect("http://127.0.0.1:9/elsewhere", permanent: false, preserveMethod: true);
                return;
        }

        var json = behaviour == EmbeddingBehaviour.OtherJson ? """{"object":"list","data":"none"}""" : Reply(request, input, behaviour).ToJsonString();
        response.ContentType = "application/json";
        await response.WriteAsync(behaviour == EmbeddingBehaviour.TruncatedJson ? json[..(json.Length * 3 / 4)] : json, context.RequestAborted);
    }

    private JsonObject Reply(JsonObject request, JsonArray input, EmbeddingBehaviour behaviour)
    {
        var length = ((int?)request["dimensions"] ?? Dimensions) * (behaviour == EmbeddingBehaviour.OtherDimensions ? 2 : 1);
        var packed = (string?)request["encoding_format"] == "base64" && behaviour != EmbeddingBehaviour.Lists;
        var texts = input.Select(text => (string)text!).ToArray();
        var data = texts.Take(texts.Length - (behaviour == EmbeddingBehaviour.OneTooFew ? 1 : 0)).Select((text, index) =>
        {
            var vector = behaviour == EmbeddingBehaviour.Zeros ? new float[length] : VectorOf(text, length);
            JsonNode embedding = packed ? Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector)) : new JsonArray([.. vector.Select(value => JsonValue.Create(value))]);
            return (JsonNode)new JsonObject { ["object"] = "embedding", ["index"] = index, ["embedding"] = embedding };
        });
        var tokens = texts.Sum(text => text.Length / 4);
        return new()
        {
            ["object"] = "list",
            ["data"] = new JsonArray([.. data]),
            ["model"] = (string?)request["model"] ?? "scripted",
            ["usage"] = new JsonObject { ["prompt_tokens"] = tokens, ["total_tokens"] = tokens },
        };
    }

    /// <summary>Not of length one: some servers leave that to the caller.</summary>
    private static float[] VectorOf(string text, int length)
    {
        var vector = new float[length];
        foreach (Match word in Word().Matches(text.ToLowerInvariant()))
        {
            var random = new Random(BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(word.Value))));
            for (var i = 0; i < length; i++)
            {
                vector[i] += (random.NextSingle() * 2) - 1;
            }
        }

        vector[0] += 0.01f;
        return vector;
    }

    [GeneratedRegex(@"[\p{L}\p{N}]{3,}")]
    private static partial Regex Word();
}
