using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;

namespace BriefingBot.LanguageModels;

/// <summary>
/// Stands before everything else on the way to the endpoint: gives again what was kept or recorded for the same request, keeps to the day's limit, and counts tokens and cost of what is
/// sent, each call of an answer alike.
/// </summary>
internal sealed class RepliesHandler(KeptReplies kept, RecordedReplies recorded, ModelUsage usage, IOptions<LanguageModelOptions> options) : DelegatingHandler
{
    private const int LongestReply = 2_000_000;

    // A draft, its repairs, and what is asked again without what a server refuses. A function that does not exist is answered by the kernel without asking anybody here.
    private const int MostOtherCalls = 8;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var key = Convert.ToHexStringLower(SHA256.HashData(request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken)));
        if (kept.Find(key) is { } again)
        {
            ModelCalls.Current?.AddKept();
            return ResponseOf(again, request);
        }

        if (recorded.Find(key) is { } replayed)
        {
            // As if it were asked: an evaluation from a record has the figures of the one that made it.
            Count(key, replayed);
            return ResponseOf(replayed, request);
        }

        if (options.Value.Provider == LanguageModelProvider.Recorded)
        {
            throw new LanguageModelException(
                ModelFailure.Unavailable, $"{options.Value.Replies} has no reply to this request: articles, question, prompt or model are others than when it was recorded. Record it with a provider.");
        }

        if (usage.IsUsedUp)
        {
            throw new LanguageModelException(ModelFailure.LimitReached, $"The {options.Value.DailyTokens:N0} tokens of LanguageModel:DailyTokens are used up until midnight UTC.");
        }

        if (ModelCalls.Current?.Made >= options.Value.Searches + MostOtherCalls)
        {
            throw new LanguageModelException(ModelFailure.Unreadable, "The language model went on calling functions instead of answering.");
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest)
        {
            await response.Content.LoadIntoBufferAsync(LongestReply, cancellationToken);
            var reply = new RecordedReply((int)response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
            Count(key, reply);
            recorded.Add(key, options.Value.Model!, reply);
        }

        return response;
    }

    private static HttpResponseMessage ResponseOf(RecordedReply reply, HttpRequestMessage request) => new((HttpStatusCode)reply.Status)
    {
        Content = new StringContent(reply.Body, Encoding.UTF8, "application/json"),
        RequestMessage = request,
    };

    private void Count(string key, RecordedReply reply)
    {
        var (sent, received) = TokensOf(reply.Body);
        usage.Add(sent, received);
        ModelCalls.Current?.Add(key, reply, sent, received);
    }

    // Servers that do not count them cost nothing.
    private static (long Sent, long Received) TokensOf(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("usage", out var usage) && usage.ValueKind == JsonValueKind.Object
                ? (Number(usage, "prompt_tokens"), Number(usage, "completion_tokens"))
                : (0, 0);
        }
        catch (JsonException)
        {
            return (0, 0);
        }

        static long Number(JsonElement usage, string name) => usage.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) && number > 0 ? number : 0;
    }
}
