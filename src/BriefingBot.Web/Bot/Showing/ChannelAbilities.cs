using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>What a channel can show, as far as it tells which one it is. What is said in no document is not counted on.</summary>
internal sealed record ChannelAbilities
{
    /// <summary>A number in the text shows its quote and its source, which come in an entity of the message.</summary>
    public bool HasCitations { get; private init; }

    /// <summary>Adaptive Cards are drawn.</summary>
    public bool HasCards { get; private init; }

    /// <summary>A card's <c>Action.Execute</c> is answered by a card that takes its place; elsewhere <c>Action.Submit</c> comes as a message.</summary>
    public bool HasExecute { get; private init; }

    /// <summary>A card comes as a message of its own: Teams splits one that has both and tells no id.</summary>
    public bool CardsApart { get; private init; }

    /// <summary>A button can send words as if they had been typed. In a group the bot hears typed words only where it is mentioned.</summary>
    public bool HasTypingButtons { get; private init; }

    /// <summary>What is being done can be told before the answer, by a message that it takes the place of.</summary>
    public bool HasStreaming { get; private init; }

    /// <summary>The channel itself asks whether an answer helped.</summary>
    public bool HasFeedbackLoop { get; private init; }

    /// <summary>It draws Markdown as Web Chat does.</summary>
    public bool IsWebChat { get; private init; }

    /// <summary>The most characters that a message may have as JSON. Teams' limit was 28 KB of UTF-16 in the strictest of its documents; the Connector takes 262,144 bytes of UTF-8.</summary>
    public int MostCharacters { get; private init; } = 60_000;

    /// <summary>Those of the channel that an activity came from.</summary>
    public static ChannelAbilities Of(IActivity activity) => activity.ChannelId switch
    {
        Channels.Msteams => new()
        {
            HasCitations = true,
            HasCards = true,
            HasExecute = true,
            CardsApart = true,
            HasTypingButtons = activity.Conversation?.ConversationType is "personal",
            HasStreaming = activity.Conversation?.ConversationType is "personal",
            HasFeedbackLoop = true,
            MostCharacters = 14_000,
        },

        // Emulator draws with a Web Chat too, an older one, which changes escaped characters as well.
        Channels.Webchat or Channels.Directline => new() { HasCards = true, HasStreaming = true, IsWebChat = true },
        Channels.Emulator => new() { HasCards = true },
        _ => new(),
    };
}
