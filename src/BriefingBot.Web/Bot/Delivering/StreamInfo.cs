using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>The entity by which Teams puts updates and a last message in the place of one another (learn.microsoft.com, "Stream bot messages").</summary>
internal static class StreamInfo
{
    private const string Type = "streaminfo";

    /// <summary>What is being done; it never has words of an answer.</summary>
    public static Activity Update(string words, string? streamId, int sequence)
    {
        var info = new JObject { ["streamType"] = "informative", ["streamSequence"] = sequence };
        if (streamId is not null)
        {
            info["streamId"] = streamId;
        }

        return new() { Type = ActivityTypes.Typing, Text = words, Entities = [new(Type) { Properties = info }] };
    }

    /// <summary>Makes it the message that ends the stream.</summary>
    public static void End(string streamId, Activity message) =>
        message.Entities = [new(Type) { Properties = new() { ["streamId"] = streamId, ["streamType"] = "final" } }, .. message.Entities ?? []];

    /// <summary>Makes it a message by itself again.</summary>
    public static void Remove(Activity message) => message.Entities = [.. (message.Entities ?? []).Where(entity => entity.Type != Type)];

    public static bool IsIn(Activity message) => message.Entities?.Any(entity => entity.Type == Type) == true;
}
