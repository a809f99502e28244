using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>
/// By what a channel puts updates and a last message in the place of one another: Teams by an entity (learn.microsoft.com, "Stream bot messages"), Web Chat by the
/// channel's data (its repository, "Livestreaming").
/// </summary>
internal static class StreamInfo
{
    private const string Type = "streaminfo";

    private const string Final = "final";

    /// <summary>What is being done; it never has words of an answer.</summary>
    public static Activity Update(string words, string? streamId, int sequence, ChannelAbilities channel)
    {
        var update = new Activity { Type = ActivityTypes.Typing, Text = words };
        if (channel.IsWebChat)
        {
            // It shows no words of updates that are called informative, and sets a second stream before the first one where neither begins with an id of its own.
            update.ChannelData = new JObject { ["streamType"] = "streaming", ["streamSequence"] = sequence, ["streamId"] = streamId ?? Guid.NewGuid().ToString("n") };
            return update;
        }

        var info = new JObject { ["streamType"] = "informative", ["streamSequence"] = sequence };
        if (streamId is not null)
        {
            info["streamId"] = streamId;
        }

        update.Entities = [new(Type) { Properties = info }];
        return update;
    }

    /// <summary>Makes it the message that ends the stream.</summary>
    public static void End(string streamId, Activity message, ChannelAbilities channel)
    {
        var info = new JObject { ["streamId"] = streamId, ["streamType"] = Final };
        if (channel.IsWebChat)
        {
            message.ChannelData = info;
            return;
        }

        message.Entities = [new(Type) { Properties = info }, .. message.Entities ?? []];
    }

    /// <summary>Makes it a message by itself again.</summary>
    public static void Remove(Activity message)
    {
        message.Entities = [.. (message.Entities ?? []).Where(entity => entity.Type != Type)];
        message.ChannelData = IsFinal(message) ? null : message.ChannelData;
    }

    public static bool IsIn(Activity message) => message.Entities?.Any(entity => entity.Type == Type) == true || IsFinal(message);

    private static bool IsFinal(Activity message) => message.ChannelData is JObject data && (string?)data["streamType"] == Final;
}
