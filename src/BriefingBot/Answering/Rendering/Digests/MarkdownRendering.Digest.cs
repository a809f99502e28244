using System.Text;

namespace BriefingBot.Answering;

public static partial class MarkdownRendering
{
    /// <summary>A digest, without a line end behind it: each development's days in bold, its quotes, and last all sources.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="citedElsewhere">As for an answer.</param>
    /// <param name="address">As for an answer.</param>
    public static string Render(Digest digest, int citedElsewhere = 0, ArticleAddress? address = null)
    {
        if (digest.Refusal is { } refusal)
        {
            return Understood(digest.UnderstoodAs) + Render(refusal, address: address);
        }

        var text = new StringBuilder(Understood(digest.UnderstoodAs) + Prose(digest.Statements, digest.Quotes));
        var number = 0;
        foreach (var development in digest.Developments)
        {
            text.Append($"**{DigestWords.Heading(development)}**\n\n");
            foreach (var quote in development.Quotes)
            {
                text.Append($"> {Words(quote)} [{++number}]\n\n");
            }
        }

        text.Append(Sources(digest.Developments.SelectMany(development => development.Quotes).Select((quote, index) => (index + 1, quote)), citedElsewhere, address));
        return AnswerWords.Notes(digest) is { } note ? $"{text}\n{note}" : text.ToString().TrimEnd('\n');
    }

    /// <summary>The same for Web Chat.</summary>
    public static string RenderForWebChat(Digest digest, ArticleAddress? address = null) => WebChatMarkdown.Keep(Render(digest, address: address));
}
