using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.State;
using BriefingBot.Web.Articles;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>Sends news to the conversation where they are watched for, in the form of an answer.</summary>
internal sealed class WatchMessages(UnaskedMessages unasked, AnswerRecords records, AnswerCards cards, ArticleLinks links, TimeProvider time)
{
    public Task<UnaskedDelivery> SendAsync(KeptWatch kept, News news, CancellationToken cancellation) =>
        unasked.SendAsync(ConversationPlace.Read(kept.Watch.Where), (turn, cancelled) => SendAsync(kept, news, turn, cancelled), cancellation);

    private async Task SendAsync(KeptWatch kept, News news, ITurnContext turn, CancellationToken cancellation)
    {
        var (messages, answerId) = await MessagesAsync(kept, news, ChannelAbilities.Of(turn.Activity), cancellation);
        foreach (var message in messages)
        {
            var sent = await turn.SendActivityAsync(message, cancellation);
            if (answerId is not null)
            {
                await records.NoteAsync(turn.Activity, sent?.Id, answerId, cancellation);
            }
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
}
