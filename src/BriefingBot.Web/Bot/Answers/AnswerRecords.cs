using BriefingBot.State;
using BriefingBot.Web.Asking;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>
/// The answers that were given, for <c>Bot:AnswerDays</c>: by their ids, which cards carry, and by the messages that they were sent as, which a channel names when somebody
/// reacts to one. Without the state store answers are given all the same, and nothing can be done with them afterwards.
/// </summary>
internal sealed class AnswerRecords(IStateStore state, IOptions<BotOptions> options, ILogger<AnswerRecords> log)
{
    public const string Kind = "answers";

    private const string Messages = "answer-messages";

    private TimeSpan Lifetime => TimeSpan.FromDays(options.Value.AnswerDays);

    /// <summary>Keeps an answer.</summary>
    /// <returns>Its id, which begins with whom it was given to; null where it could not be kept, or the channel does not say who asks.</returns>
    public async Task<string?> KeepAsync(Speaker? speaker, AnswerRecord answer, CancellationToken cancellation)
    {
        if (speaker is null)
        {
            return null;
        }

        var id = $"{speaker.Id}/{Guid.CreateVersion7():n}";
        try
        {
            await state.WriteAsync(new(Kind, id), answer.ToJson(), WriteCondition.Any, Lifetime, cancellation);
            return id;
        }
        catch (StateStoreException outage)
        {
            log.LogWarning("An answer could not be kept, so it has no buttons: {Reason}", outage.Message);
            return null;
        }
    }

    /// <summary>The answer; null where it was kept too long ago, or erased.</summary>
    /// <exception cref="StateStoreException">The store cannot be used.</exception>
    public async Task<AnswerRecord?> FindAsync(string id, CancellationToken cancellation) =>
        await state.ReadAsync(new(Kind, id), cancellation) is { } entry ? AnswerRecord.FromJson(entry.Json) : null;

    /// <summary>Whether an answer of this id was given in the conversation that an activity comes from.</summary>
    public static bool IsOf(IActivity activity, string id) => id.Split('/') is [_, var conversation, _] && conversation == Speaker.Of(activity)?.Conversation;

    /// <summary>Keeps which message an answer was sent as.</summary>
    public async Task NoteAsync(IActivity asked, string? messageId, string answerId, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(messageId))
        {
            return;
        }

        try
        {
            await state.WriteAsync(new(Messages, MessageKey(asked, messageId)), answerId, WriteCondition.Any, Lifetime, cancellation);
        }
        catch (StateStoreException outage)
        {
            log.LogWarning("Which message an answer was sent as could not be kept: {Reason}", outage.Message);
        }
    }

    /// <summary>The id of the answer that a message of this conversation is; null where that is not known, or no longer.</summary>
    /// <exception cref="StateStoreException">The store cannot be used.</exception>
    public async Task<string?> IdOfAsync(IActivity reaction, string? messageId, CancellationToken cancellation) =>
        string.IsNullOrEmpty(messageId) ? null : (await state.ReadAsync(new(Messages, MessageKey(reaction, messageId)), cancellation))?.Json;

    /// <summary>The id of the last answer that somebody had in a conversation; null where there is none, or none any more.</summary>
    /// <exception cref="StateStoreException">The store cannot be used.</exception>
    public async Task<string?> LastIdAsync(Speaker speaker, CancellationToken cancellation) =>

        // The last part of an id is one that grows with time.
        (await state.ListAsync(Kind, $"{speaker.Id}/", cancellation).LastOrDefaultAsync(cancellation))?.Id;

    private static string MessageKey(IActivity activity, string messageId) => KeyHash.Of(activity.ChannelId, activity.Conversation.Id, messageId);
}
