using System.Collections.Immutable;
using System.Net;
using BriefingBot.Answering;
using BriefingBot.Configuration;
using BriefingBot.State;
using BriefingBot.Web.Access;
using BriefingBot.Web.Articles;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>What became of a message that nobody had asked for just then.</summary>
internal enum WatchDelivery
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

/// <summary>Sends news to the conversation where they are watched for, in the form of an answer.</summary>
internal sealed class WatchMessages(
    BriefingAdapter adapter, AnswerRecords records, AnswerCards cards, ArticleLinks links, Protection protection, IOptions<AppRegistration> registration, TimeProvider time, ILogger<WatchMessages> log)
{
    public async Task<WatchDelivery> SendAsync(KeptWatch kept, News news, CancellationToken cancellation)
    {
        var reference = WatchPlace.Read(kept.Watch.Where);
        if (protection.RefusalToReplyTo(new(reference.ServiceUrl)) is { } refusal)
        {
            log.LogWarning("News could not be sent. {Reason}", refusal);
            return WatchDelivery.Refused;
        }

        // Where the tenant is no longer allowed, the turn does not come to this.
        var delivery = WatchDelivery.Refused;
        await adapter.ContinueConversationAsync(
            registration.Value.MicrosoftAppId ?? "", reference, async (turn, cancelled) => delivery = await SendAsync(kept, news, turn, cancelled), cancellation);
        return delivery;
    }

    private async Task<WatchDelivery> SendAsync(KeptWatch kept, News news, ITurnContext turn, CancellationToken cancellation)
    {
        // Else the messages would be replies to an activity that there never was.
        turn.Activity.Id = null;
        AddressedReply.MentionAsker(turn);
        var (isSent, request) = (false, new UnansweredRequest());
        turn.TurnState.Set(request);
        try
        {
            var (messages, answerId) = await MessagesAsync(kept, news, ChannelAbilities.Of(turn.Activity), cancellation);
            foreach (var message in messages)
            {
                var sent = await turn.SendActivityAsync(message, cancellation);
                isSent = true;
                if (answerId is not null)
                {
                    await records.NoteAsync(turn.Activity, sent?.Id, answerId, cancellation);
                }
            }

            return WatchDelivery.Sent;
        }
        catch (Exception fault)
        {
            log.LogWarning("News could not be sent{What}: {Reason}", isSent ? " whole" : "", fault.Message);
            return isSent ? WatchDelivery.Sent : Of(fault, request);
        }
    }

    private async Task<(ImmutableArray<Activity> Messages, string? AnswerId)> MessagesAsync(KeptWatch kept, News news, ChannelAbilities channel, CancellationToken cancellation)
    {
        var shown = Shown.Of(news.Digest, channel, links);
        var answerId = await records.KeepAsync(
            SpeakerOf(kept), new(kept.Watch.Topic, [.. shown.Quotes.Select(QuotedPlace.Of)], ByModel: false, time.GetUtcNow()), cancellation);
        shown = shown with { Text = $"{WatchWords.Heading(kept.Watch)}\n\n{shown.Text}\n\n{WatchWords.Ending(kept.Watch, news.More)}" };
        var messages = AnswerMessages.Of(shown, channel);
        FeedbackAsked.On(messages, channel, answerId);
        messages = await cards.AddAsync(messages, kept.Watch.Topic, shown, answerId, channel, cancellation);
        if (messages.SelectMany(message => message.Attachments ?? []).Select(attachment => attachment.Content).OfType<JObject>().FirstOrDefault() is { } card)
        {
            var actions = (JArray?)card["actions"] ?? [];
            actions.Add(StopWatching.Button(kept.Id, channel));
            card["actions"] = actions;
        }

        return (messages, answerId);
    }

    private static Speaker SpeakerOf(KeptWatch kept) => kept.Id.Split('/') is [var person, var conversation, _] ? new(person, conversation) : throw new FormatException($"“{kept.Id}” is no watch's id.");

    private static WatchDelivery Of(Exception fault, UnansweredRequest request) => fault switch
    {
        UndeliveredException { Refusal.Status: HttpStatusCode.Forbidden or HttpStatusCode.NotFound } => WatchDelivery.Gone,
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError } => WatchDelivery.Refused,

        // Nobody knows whether it arrived, and twice is worse than not at all.
        UndeliveredException or HttpRequestException or OperationCanceledException when request.IsOut => WatchDelivery.Unknown,
        _ => WatchDelivery.Refused,
    };
}
