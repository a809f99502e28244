using BriefingBot.Answering;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>A message in forms that a channel may take when it refused it whole. A quote is left out whole or not at all.</summary>
internal static class ReducedMessage
{
    private const string Gap = "\n\n";

    /// <summary>Texts for a message that is too large, each shorter than the one before and with a word that it is; the last says that there was more.</summary>
    public static IEnumerable<string> ShorterTexts(string? text)
    {
        text ??= "";
        var end = text.Length;
        while (end > 0 && (end = text.LastIndexOf(Gap, end / 2, StringComparison.Ordinal)) > 0)
        {
            yield return text[..end] + Gap + DeliveryWords.Shortened;
        }

        yield return DeliveryWords.TooLarge;
    }

    /// <summary>Gives it a shorter text, and only the citations that are in it, without cards.</summary>
    public static void Shorten(this Activity message, string text)
    {
        message.Text = text;
        message.Attachments = null;
        message.Entities = message.Entities?.Where(entity => MarkOf(entity) is not { } mark || text.Contains(mark, StringComparison.Ordinal)).Select(entity => Citations.Within(text, entity)).OfType<Entity>().ToList();
    }

    /// <summary>Whether it has anything but words that a channel could object to.</summary>
    public static bool HasTrimmings(this Activity message) => !StreamInfo.IsIn(message)
        && (message.Entities is { Count: > 0 } || message.Attachments is { Count: > 0 } || message.SuggestedActions is not null || message.ChannelData is not null);

    /// <summary>Leaves its words, with what it cites below them.</summary>
    public static void Bare(this Activity message)
    {
        var sources = string.Join('\n', (message.Entities ?? []).SelectMany(Citations.List));
        var text = message.Text ?? "";
        foreach (var entity in message.Entities ?? [])
        {
            // Without its entity a mention's mark would be seen as it is written.
            text = MarkOf(entity) is { } mark ? text.Replace(mark, MarkdownText.Escape((string?)entity.Properties["mentioned"]?["name"] ?? ""), StringComparison.Ordinal) : text;
        }

        message.Text = string.Join(Gap, new[] { text, sources, text.Length > 0 ? DeliveryWords.Bare : DeliveryWords.CardRefused }.Where(part => part.Length > 0));
        (message.Entities, message.Attachments, message.SuggestedActions, message.ChannelData) = (null, null, null, null);
    }

    /// <summary>How the text has a mention; null for other entities.</summary>
    private static string? MarkOf(Entity entity) => entity.Type == "mention" ? (string?)entity.Properties["text"] : null;
}
