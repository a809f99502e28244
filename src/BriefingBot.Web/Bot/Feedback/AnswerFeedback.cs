using BriefingBot.Articles;
using BriefingBot.State;
using BriefingBot.Web.Asking;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>What became of somebody's feedback.</summary>
internal enum FeedbackOutcome
{
    Kept,

    /// <summary>The answer is not known, or no longer, or it was given in another conversation.</summary>
    UnknownAnswer,

    /// <summary>The state store cannot be used.</summary>
    OutOfReach,
}

/// <summary>Takes what people say of answers, from whichever part of a channel it comes.</summary>
internal sealed class AnswerFeedback(AnswerRecords answers, FeedbackRecords records, IOptions<BotOptions> options, TimeProvider time, ILogger<AnswerFeedback> log)
{
    private static readonly string Version = typeof(AnswerFeedback).Assembly.GetName().Version!.ToString(3);

    /// <summary>About the answer with this id, which a card or an entity carries.</summary>
    public Task<FeedbackOutcome> GiveAsync(IActivity activity, string? answerId, Reaction? reaction, string? comment, CancellationToken cancellation) =>
        GiveAsync(activity, _ => Task.FromResult(answerId), reaction, comment, cancellation);

    /// <summary>About the answer that a message of this conversation is.</summary>
    public Task<FeedbackOutcome> GiveToMessageAsync(IActivity activity, string? messageId, Reaction? reaction, string? comment, CancellationToken cancellation) =>
        GiveAsync(activity, _ => answers.IdOfAsync(activity, messageId, cancellation), reaction, comment, cancellation);

    /// <summary>About the last answer that the person had in this conversation.</summary>
    public Task<FeedbackOutcome> GiveToLastAsync(IActivity activity, Reaction? reaction, string? comment, CancellationToken cancellation) =>
        GiveAsync(activity, speaker => answers.LastIdAsync(speaker, cancellation), reaction, comment, cancellation);

    private async Task<FeedbackOutcome> GiveAsync(IActivity activity, Func<Speaker, Task<string?>> answer, Reaction? reaction, string? comment, CancellationToken cancellation)
    {
        comment = Shortened.AtWord(CanonicalText.From(comment ?? "").Trim(), Feedback.LongestComment) is { Length: > 0 } words ? words : null;
        try
        {
            if ((reaction is null && comment is null)
                || Speaker.Of(activity) is not { } speaker
                || await answer(speaker) is not { } id
                || !IsOf(speaker, id)
                || await answers.FindAsync(id, cancellation) is not { } given)
            {
                log.LogInformation("Feedback was given to no answer that is known, or without a thumb or a word; nothing is kept of it");
                return FeedbackOutcome.UnknownAnswer;
            }

            var earlier = await records.FindAsync(speaker.Person, id, cancellation);
            await records.KeepAsync(
                speaker.Person,
                new()
                {
                    AnswerId = id,
                    Question = given.Question,
                    Quotes = given.Quotes,
                    Drafter = given.ByModel ? "model" : "extractive",
                    AnsweredAt = given.At,
                    Reaction = reaction ?? earlier?.Reaction,

                    // Whoever turns the thumb around means the words that went with it no more.
                    Comment = comment ?? (reaction is null || earlier?.Reaction is null || earlier.Reaction == reaction ? earlier?.Comment : null),
                    At = time.GetUtcNow(),
                    Channel = activity.ChannelId,
                    Version = Version,
                },
                TimeSpan.FromDays(options.Value.FeedbackDays),
                cancellation);
            return FeedbackOutcome.Kept;
        }
        catch (StateStoreException outage)
        {
            log.LogWarning("Feedback could not be kept: {Reason}", outage.Message);
            return FeedbackOutcome.OutOfReach;
        }
    }

    // An id comes from the client, and whoever is in a conversation may speak of its answers alone.
    private static bool IsOf(Speaker speaker, string answerId) => answerId.Split('/') is [_, var conversation, _] && conversation == speaker.Conversation;
}
