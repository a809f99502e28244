using System.Net;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>What a channel said to an activity that it did not take.</summary>
/// <param name="Status">The HTTP status; null where there was no answer.</param>
/// <param name="Code">The channel's own word for it, or empty.</param>
/// <param name="Reason">The channel's own words, on one short line, or empty.</param>
internal sealed record ChannelRefusal(HttpStatusCode? Status, string Code, string Reason)
{
    private const int LongestReason = 200;

    /// <summary>Whether it may take the same activity a moment later, and has not taken it now (learn.microsoft.com, "Rate limiting for bots").</summary>
    public bool IsPassing => Status is HttpStatusCode.PreconditionFailed or HttpStatusCode.TooManyRequests or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout;

    /// <summary>Whether nothing at all would be taken, a plain apology neither.</summary>
    public bool IsOfEverything => Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound;

    /// <summary>Whether the person pressed Stop while an answer was being streamed. Teams has one code for this and for a stream that it does not allow; only its words tell.</summary>
    public bool IsStoppedByUser => Status == HttpStatusCode.Forbidden && Reason.Contains("cancel", StringComparison.OrdinalIgnoreCase) && Reason.Contains("user", StringComparison.OrdinalIgnoreCase);

    public static ChannelRefusal Of(ErrorResponseException fault)
    {
        var error = (fault.Body as ErrorResponse)?.Error;
        return new(fault.Response?.StatusCode, OneLine(error?.Code), OneLine(error?.Message));
    }

    /// <summary>For the log: what happened and what whoever runs the bot can do about it.</summary>
    public string Words()
    {
        var said = string.Join(": ", new[] { Code, Reason.TrimEnd('.') }.Where(words => words.Length > 0));
        return $"The channel answered {(int?)Status}{(said.Length > 0 ? $" ({said})" : "")}. {Remedy()}";
    }

    private string Remedy() => Status switch
    {
        HttpStatusCode.BadRequest => "It does not take a message of that form; if plain text arrives and answers do not, report it with this line.",
        HttpStatusCode.Unauthorized => "It does not believe that this is the bot: check MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId, and whether the secret has expired.",
        HttpStatusCode.Forbidden => "The bot may not write there: it was removed or blocked, or an administrator does not allow the app. Have it installed again in that chat, or allowed in the Teams admin center.",
        HttpStatusCode.NotFound => "The conversation is gone, or the person has left it. Nothing needs to be done.",
        HttpStatusCode.RequestEntityTooLarge => "The message is larger than it takes.",
        _ when IsPassing => "It asks for patience. If that happens often, fewer answers at once may help: Bot:AnswersAtOnce.",
        _ => "If that lasts, see whether the channel has an outage.",
    };

    private static string OneLine(string? words)
    {
        var line = string.Concat((words ?? "").Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        return Shortened.AtWord(line, LongestReason);
    }
}

/// <summary>A channel did not take a message, not even tried again or shortened.</summary>
internal sealed class UndeliveredException(ChannelRefusal refusal, Exception fault) : Exception(refusal.Words(), fault)
{
    public ChannelRefusal Refusal => refusal;
}
