using System.Text.RegularExpressions;
using BriefingBot.Articles;
using MimeKit;
using MimeKit.Utils;

namespace BriefingBot.Ingestion;

/// <summary>A mail as an article: what its sender wrote, by whom and when.</summary>
internal static partial class MailArticle
{
    /// <summary>Without article and problem where the body has no words.</summary>
    public static ReadPart Read(MimeMessage mail, IReadOnlyList<TextPart> texts)
    {
        var isForward = ForwardPrefix().IsMatch(mail.Subject ?? "");
        try
        {
            var words = OwnWords.Of(TextOf(texts, isForward), isForward);
            if (!ReadArticle.HasWords(words.Text) && !isForward)
            {
                // Nothing but what is marked as quoted: it is kept for what it quotes.
                words = new(TextOf(texts, isForward: true), AreAll: false);
            }

            return ReadArticle.HasWords(words.Text) ? new("", ArticleOf(mail, words)) : new("", null);
        }
        catch (UnreadableInputException fault)
        {
            return new("", null, fault.Message);
        }
    }

    private static string TextOf(IEnumerable<TextPart> texts, bool isForward) =>
        string.Join("\n\n", texts.Select(part => MailBody.TextOf(part, isForward)).Where(ReadArticle.HasWords));

    private static ReadArticle ArticleOf(MimeMessage mail, OwnWords words) => new(words.Text)
    {
        Title = string.IsNullOrWhiteSpace(mail.Subject) ? null : mail.Subject,
        // What is passed on was written by somebody else.
        Author = words.AreAll ? AuthorOf(mail) : null,
        Published = DateOf(mail),
        Language = mail.Body?.Headers[HeaderId.ContentLanguage] is { Length: > 0 } languages ? languages.Split(',')[0].Trim() : null,
    };

    private static string? AuthorOf(MimeMessage mail)
    {
        var from = mail.From.Mailboxes.Any() ? mail.From.Mailboxes : mail.Sender is { } sender ? [sender] : [];
        var names = from.Select(mailbox => string.IsNullOrWhiteSpace(mailbox.Name) ? mailbox.Address : mailbox.Name).ToList();
        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static PublicationDate? DateOf(MimeMessage mail) =>
        mail.Headers[HeaderId.Date] is { } text && DateUtils.TryParse(text, out var date) ? new(date.AddTicks(-(date.Ticks % TimeSpan.TicksPerSecond)), HasTime: true) : null;

    [GeneratedRegex(@"^\s*(?:(?:re|aw|antw|sv)\s*:\s*)*(?:fwd?|wg|tr|rv|doorst|vs|vb|enc|i)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForwardPrefix();
}
