using System.ClientModel;
using System.Net;
using System.Text.Json;
using Azure.Identity;
using Microsoft.SemanticKernel;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace BriefingBot.Providers;

/// <summary>What kind of fault a call to a provider ended with.</summary>
internal enum ProviderFailure
{
    /// <summary>The key, or the machine's identity, is not accepted.</summary>
    Key,

    /// <summary>There is no identity to sign in with.</summary>
    Identity,

    /// <summary>Model or address is not known there.</summary>
    NotFound,

    /// <summary>The request is refused as it is.</summary>
    Refused,

    /// <summary>Too many requests.</summary>
    TooOften,

    /// <summary>It failed inside.</summary>
    Failed,

    /// <summary>It did not answer in time.</summary>
    TimedOut,

    /// <summary>It has failed several times and is not asked for a while.</summary>
    Resting,

    /// <summary>Nothing answers there.</summary>
    Unreachable,

    /// <summary>It answered in another form than its API has.</summary>
    Unreadable,
}

/// <summary>A fault of a provider, read from whatever its clients throw.</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="Status">The HTTP status, where there was an answer.</param>
/// <param name="Body">The body of the answer, which may repeat what was sent, the key among it: to be searched, never to be shown whole.</param>
internal sealed record ProviderFault(ProviderFailure Kind, int? Status = null, string? Body = null)
{
    private const int LongestReason = 200;

    /// <summary>Null where the fault is not the provider's.</summary>
    public static ProviderFault? Of(Exception fault) => fault switch
    {
        HttpOperationException { StatusCode: { } status } refused => Answered((int)status, refused.ResponseContent),
        HttpOperationException { InnerException: { } inner } => Of(inner) ?? new(ProviderFailure.Unreachable),
        ClientResultException { Status: > 0 } refused => Answered(refused.Status, refused.GetRawResponse()?.Content.ToString()),
        AuthenticationFailedException => new(ProviderFailure.Identity),
        TimeoutRejectedException or OperationCanceledException => new(ProviderFailure.TimedOut),
        BrokenCircuitException => new(ProviderFailure.Resting),

        // The packages read replies without looking first.
        JsonException or FormatException or ArgumentOutOfRangeException or InvalidOperationException or KeyNotFoundException => new(ProviderFailure.Unreadable),
        HttpOperationException or HttpRequestException or IOException or ClientResultException => new(ProviderFailure.Unreachable),
        KernelException { InnerException: { } inner } => Of(inner),
        _ => null,
    };

    /// <summary>The provider's own words, on one short line, without the key.</summary>
    public string? Reason(string? key)
    {
        var words = (Words(Body) ?? "").ReplaceLineEndings(" ");
        words = string.IsNullOrEmpty(key) ? words : words.Replace(key, "…", StringComparison.Ordinal);
        words = string.Concat(words.Select(c => char.IsControl(c) ? ' ' : c)).Trim().TrimEnd('.');
        return words.Length == 0 ? null : words.Length <= LongestReason ? words : words[..LongestReason] + "…";
    }

    private static ProviderFault Answered(int status, string? body) => new(
        status switch
        {
            (int)HttpStatusCode.Unauthorized or (int)HttpStatusCode.Forbidden => ProviderFailure.Key,
            (int)HttpStatusCode.NotFound => ProviderFailure.NotFound,
            (int)HttpStatusCode.TooManyRequests => ProviderFailure.TooOften,
            (int)HttpStatusCode.RequestTimeout => ProviderFailure.TimedOut,
            >= 400 and < 500 => ProviderFailure.Refused,
            < 300 => ProviderFailure.Unreadable,
            _ => ProviderFailure.Failed,
        },
        status,
        body);

    private static string? Words(string? body)
    {
        try
        {
            return body is not null && JsonDocument.Parse(body).RootElement is { ValueKind: JsonValueKind.Object } json && json.TryGetProperty("error", out var error)
                ? error.ValueKind == JsonValueKind.String ? error.GetString()
                    : error.ValueKind == JsonValueKind.Object && error.TryGetProperty("message", out var message) && message.ValueKind == JsonValueKind.String ? message.GetString()
                    : null
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
