using MimeKit;
using MimeKit.Text;

namespace BriefingBot.Ingestion;

/// <summary>The words of a mail's body.</summary>
internal static class MailBody
{
    public static string TextOf(TextPart part, bool isForward)
    {
        try
        {
            var text = MailBytes.TextOf(part);
            return part.IsHtml ? HtmlReader.TextOfFragment(isForward ? text : QuotedHtml.LeaveOut(text))
                : part.IsFlowed ? Unfold(text, part)
                : text;
        }
        catch (Exception fault) when (fault is not UnreadableInputException and not OutOfMemoryException)
        {
            throw new UnreadableInputException("the mail's text cannot be made sense of. Save it as .txt or .html", fault);
        }
    }

    /// <summary>
    /// Whether the plain text only says that the mail should be looked at as HTML: it has hardly a word, or a quarter of the words of a mail of
    /// more than a few sentences.
    /// </summary>
    public static bool IsStub(TextPart plain, TextPart html)
    {
        var words = CountWords(MailBytes.TextOf(plain));
        return words < 50 && words * 4 < CountWords(TextOf(html, isForward: true));
    }

    /// <summary>Lines that were only broken for the way are one again: https://www.rfc-editor.org/rfc/rfc3676.</summary>
    private static string Unfold(string text, TextPart part) => new FlowedToText
    {
        DeleteSpace = string.Equals(part.ContentType.Parameters["delsp"], "yes", StringComparison.OrdinalIgnoreCase),
    }.Convert(text);

    private static int CountWords(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
}
