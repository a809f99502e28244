using System.Net;
using BriefingBot.Configuration;
using BriefingBot.Web.Access;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>What became of a message that nobody had asked for just then.</summary>
internal enum UnaskedDelivery
{
    /// <summary>It was taken.</summary>
    Sent,

    /// <summary>It may have been taken.</summary>
    Unknown,

    /// <summary>It was not taken, and may be later.</summary>
    Refused,

    /// <summary>The bot was removed or blocked, or the conversation is gone.</summary>
    Gone,
}

/// <summary>Writes to a conversation that nobody has just written to.</summary>
internal sealed class UnaskedMessages(BriefingAdapter adapter, Protection protection, IOptions<AppRegistration> registration, ILogger<UnaskedMessages> log)
{
    /// <param name="reference">The conversation.</param>
    /// <param name="send">Sends; its faults are told by what is returned.</param>
    /// <param name="cancellation">Ends it.</param>
    public async Task<UnaskedDelivery> SendAsync(ConversationReference reference, Func<ITurnContext, CancellationToken, Task> send, CancellationToken cancellation)
    {
        if (protection.RefusalToReplyTo(new(reference.ServiceUrl)) is { } refusal)
        {
            log.LogWarning("What was to be told could not be sent. {Reason}", refusal);
            return UnaskedDelivery.Refused;
        }

        // Where the tenant is no longer allowed, the turn does not come to this.
        var delivery = UnaskedDelivery.Refused;
        await adapter.ContinueConversationAsync(
            registration.Value.MicrosoftAppId ?? "", reference, async (turn, cancelled) => delivery = await SendAsync(turn, send, cancelled), cancellation);
        return delivery;
    }

    private async Task<UnaskedDelivery> SendAsync(ITurnContext turn, Func<ITurnContext, CancellationToken, Task> send, CancellationToken cancellation)
    {
        // Else the messages would be replies to an activity that there never was.
        turn.Activity.Id = null;
        AddressedReply.MentionAsker(turn);
        var (isSent, request) = (false, new UnansweredRequest());
        turn.TurnState.Set(request);
        turn.OnSendActivities(async (_, _, next) =>
        {
            var sent = await next();
            isSent = true;
            return sent;
        });
        try
        {
            await send(turn, cancellation);
            return UnaskedDelivery.Sent;
        }
        catch (Exception fault)
        {
            log.LogWarning("What was to be told could not be sent{What}: {Reason}", isSent ? " whole" : "", fault.Message);
            return isSent ? UnaskedDelivery.Sent : Of(fault, request);
        }
    }

    private static UnaskedDelivery Of(Exception fault, UnansweredRequest request) => fault switch
    {
        UndeliveredException { Refusal.Status: HttpStatusCode.Forbidden or HttpStatusCode.NotFound } => UnaskedDelivery.Gone,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } => UnaskedDelivery.Refused,

        // Nobody knows whether it arrived, and twice is worse than not at all.
        UndeliveredException or HttpRequestException or OperationCanceledException when request.IsOut => UnaskedDelivery.Unknown,
        _ => UnaskedDelivery.Refused,
    };
}
