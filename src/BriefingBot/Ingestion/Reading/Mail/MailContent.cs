using MimeKit;
using MimeKit.Cryptography;

namespace BriefingBot.Ingestion;

/// <summary>What a mail holds: the texts of its body in their order, and what is attached to it. Pictures within the body are passed over.</summary>
internal sealed class MailContent
{
    private readonly List<TextPart> _texts = [];
    private readonly List<MimeEntity> _attachments = [];

    private MailContent()
    {
    }

    public static (IReadOnlyList<TextPart> Texts, IReadOnlyList<MimeEntity> Attachments) Of(MimeMessage mail)
    {
        var content = new MailContent();
        content.Take(mail.Body);
        return (content._texts, content._attachments);
    }

    private void Take(MimeEntity? entity)
    {
        switch (entity)
        {
            case MultipartEncrypted or ApplicationPkcs7Mime:
                throw new UnreadableInputException("the mail is encrypted, or signed in a form that hides its text. Open it in the mail program and save it from there without either");
            case MultipartAlternative alternatives:
                Take(Best(alternatives));
                break;
            case MultipartRelated related:
                Take(related.Root);
                break;
            case Multipart parts:
                TakeEach(parts);
                break;
            case TextPart text when !IsAttached(text) && (text.IsPlain || text.IsHtml):
                _texts.Add(text);
                break;
            case ApplicationPkcs7Signature or ApplicationPgpSignature or MessageDeliveryStatus or MessageDispositionNotification:
            case TextPart { IsAttachment: false, FileName: null }:
                break;
            case MimePart { IsAttachment: false } picture when picture.ContentType.IsMimeType("image", "*"):
                break;
            case MessagePart or MimePart:
                _attachments.Add(entity);
                break;
        }
    }

    private void TakeEach(Multipart parts)
    {
        foreach (var part in parts)
        {
            Take(part);
        }
    }

    private static bool IsAttached(TextPart text) => text.IsAttachment || !string.IsNullOrEmpty(text.FileName);

    /// <summary>Plain text, which says no more and no less than was written; unless it only says that there is HTML beside it.</summary>
    private static MimeEntity? Best(MultipartAlternative alternatives)
    {
        var plain = alternatives.OfType<TextPart>().FirstOrDefault(text => text.IsPlain);
        var others = alternatives.Where(entity => entity is Multipart or TextPart { IsHtml: true }).ToList();
        var rich = others.LastOrDefault(entity => HtmlOf(entity) is not null) ?? others.LastOrDefault();
        return plain is null || (HtmlOf(rich) is { } html && MailBody.IsStub(plain, html)) ? rich ?? plain : plain;
    }

    private static TextPart? HtmlOf(MimeEntity? entity) => entity switch
    {
        TextPart { IsHtml: true } html => html,
        MultipartRelated related => HtmlOf(related.Root),
        Multipart parts => parts.Select(HtmlOf).FirstOrDefault(html => html is not null),
        _ => null,
    };
}
