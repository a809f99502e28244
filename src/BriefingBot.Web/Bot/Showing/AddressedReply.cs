using System.Net;
using BriefingBot.Answering;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>In a group of Teams a turn's first message begins with a mention of whoever asked, so that they are told of it and others see whom it is for.</summary>
internal static class AddressedReply
{
    public static void MentionAsker(ITurnContext turn)
    {
        if (turn.Activity.ChannelId != Channels.Msteams || !Addressee.IsGroup(turn.Activity) || turn.Activity.From is not { Id.Length: > 0, Name.Length: > 0 } asker)
        {
            return;
        }

        var isMentioned = false;
        turn.OnSendActivities((_, activities, next) =>
        {
            if (!isMentioned && activities.FirstOrDefault(activity => activity.Type == ActivityTypes.Message && !string.IsNullOrEmpty(activity.Text)) is { } first)
            {
                isMentioned = true;
                Mention(first, asker);
            }

            return next();
        });
    }

    private static void Mention(Activity message, ChannelAccount asker)
    {
        // In plain text the mark would be seen as it is written.
        var text = message.TextFormat == TextFormatTypes.Plain ? MarkdownText.Escape(VisibleText.OneLine(message.Text)) : message.Text;
        var mark = $"<at>{WebUtility.HtmlEncode(asker.Name)}</at>";

        // On a line of its own: behind it a block quote would be none.
        (message.Text, message.TextFormat) = ($"{mark}\n\n{text}", TextFormatTypes.Markdown);
        message.Entities =
        [
            .. message.Entities ?? [],
            new("mention") { Properties = new JObject { ["mentioned"] = new JObject { ["id"] = asker.Id, ["name"] = asker.Name }, ["text"] = mark } },
        ];
    }
}
