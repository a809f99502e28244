using System.Collections.Immutable;
using Microsoft.Bot.Connector;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>
/// A file that somebody dropped on the bot in Teams, as the activity says, of which nothing is trusted. No record: the link opens the file for whoever has it, and must not be
/// written anywhere by chance.
/// </summary>
internal sealed class DroppedFile
{
    private const string ContentType = "application/vnd.microsoft.teams.file.download.info";

    // Those of SharePoint have some 1,500 characters, most of them the token.
    private const int LongestLink = 16_000;

    private DroppedFile(string name, Uri? link) => (Name, Link) = (name, link);

    /// <summary>As it was sent.</summary>
    public string Name { get; }

    /// <summary>Where it is fetched from; null where the activity names no address.</summary>
    public Uri? Link { get; }

    /// <summary>Those of a message. Teams repeats each message as a page beside it, and cards and pictures are attachments too: these are none.</summary>
    public static ImmutableArray<DroppedFile> In(IMessageActivity activity) => activity.ChannelId != Channels.Msteams ? [] :
    [
        .. (activity.Attachments ?? [])
            .Where(attachment => ContentType.Equals(attachment?.ContentType, StringComparison.OrdinalIgnoreCase))
            .Select(attachment => new DroppedFile(attachment.Name ?? "", LinkIn(attachment.Content as JObject))),
    ];

    private static Uri? LinkIn(JObject? content) =>
        (content?["downloadUrl"] as JValue)?.Value is string { Length: <= LongestLink } written
        && Uri.TryCreate(written, UriKind.Absolute, out var link)
        && link.Scheme is "http" or "https" ? link : null;
}
