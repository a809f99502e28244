using BriefingBot.State;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>Ends the watches of conversations that the bot was removed from, or that whoever made them has left.</summary>
internal sealed class LeftConversations(WatchRecords records, ILogger<LeftConversations> log)
{
    /// <summary>By what a channel says of who has left.</summary>
    public async Task NoteAsync(IActivity activity, IEnumerable<ChannelAccount> gone, CancellationToken cancellation)
    {
        var ids = gone.Select(member => member?.Id).ToHashSet(StringComparer.Ordinal);
        var isBot = activity.Recipient?.Id is { Length: > 0 } bot && ids.Contains(bot);
        await RemoveAsync(where => WatchPlace.IsIn(where, activity) && (isBot || ids.Contains(ConversationPlace.Read(where).User?.Id)), cancellation);
    }

    /// <summary>That of a watch whose conversation takes nothing from the bot any more, with all others of the same.</summary>
    public Task RemoveAsync(KeptWatch refused, CancellationToken cancellation)
    {
        var conversation = ConversationPlace.Read(refused.Watch.Where);
        return RemoveAsync(where => ConversationPlace.Read(where) is var other && other.ChannelId == conversation.ChannelId && other.Conversation?.Id == conversation.Conversation.Id, cancellation);
    }

    private async Task RemoveAsync(Func<string, bool> isLeft, CancellationToken cancellation)
    {
        try
        {
            var removed = 0;
            await foreach (var kept in records.ListAsync("", cancellation))
            {
                removed += isLeft(kept.Watch.Where) && await records.RemoveAsync(kept.Id, cancellation) ? 1 : 0;
            }

            if (removed > 0)
            {
                log.LogInformation("{Count} watches ended with their conversation", removed);
            }
        }
        catch (StateStoreException outage)
        {
            // The channel refuses their next message, and that ends them as well.
            log.LogWarning("The watches of a conversation that was left could not be removed: {Reason}", outage.Message);
        }
    }
}
