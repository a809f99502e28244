using System.Text;

namespace BriefingBot.Answering;

public static partial class MarkdownRendering
{
    /// <summary>A digest, without a line end behind it: each development's days in bold, its quotes, and last all sources.</summary>
    public static string Render(Digest digest)
    {
        if (digest.Refusal is { } refusal)
        {
            return Understood(digest.UnderstoodAs) + Render(refusal);
        }

        var (text, sources) = (new StringBuilder(Understood(digest.UnderstoodAs) + Prose(digest.Statements, digest.Quotes)), new StringBuilder());
        var number = 0;
        foreach (var development in digest.Developments)
        {
            text.Append($"**{DigestWords.Heading(development)}**\n\n");
            foreach (var quote in development.Quotes)
            {
                text.Append($"> {Words(quote)} [{++number}]\n\n");
                sources.Append($"{number}. {Line(SourceLine.Of(quote))}\n");
            }
        }

        text.Append(sources);
        return AnswerWords.Notes(digest) is { } note ? $"{text}\n{note}" : text.ToString().TrimEnd('\n');
    }

    /// <summary>The same for Web Chat.</summary>
    public static string RenderForWebChat(Digest digest) => WebChatMarkdown.Keep(Render(digest));
}
