using MimeKit;

namespace BriefingBot.Ingestion;

/// <summary>Reads mail (RFC 5322 and MIME): the mail itself first, then each attachment as what it is.</summary>
internal static class MailReader
{
    // Multipart bodies nest a few deep in honest mail.
    private const int DeepestBody = 40;

    private const int MostAttachments = 200;

    /// <param name="bytes">A mail, or a mailbox of several with a line "From …" before each.</param>
    /// <param name="budget">What may still be unpacked of the input that it is in.</param>
    /// <param name="depth">How many files it is in.</param>
    public static IEnumerable<ReadPart> Read(ReadOnlyMemory<byte> bytes, ReadingBudget budget, int depth)
    {
        var content = bytes[(bytes.Length - bytes.Span.TrimStart("\r\n"u8).Length)..];
        var isMailbox = content.Span.StartsWith("From "u8);
        using var stream = new MemoryStream(content.ToArray(), writable: false);
        var parser = new MimeParser(new ParserOptions { MaxMimeDepth = DeepestBody }, stream, isMailbox ? MimeFormat.Mbox : MimeFormat.Entity);
        var number = 0;
        do
        {
            number++;
            var mail = Sensible(() => parser.ParseMessage());
            var isOnly = number == 1 && (!isMailbox || parser.IsEndOfStream);
            foreach (var part in isOnly ? PartsOf(mail, budget, depth) : NestedParts.Guarded($"mail {number}", () => PartsOf(mail, budget, depth), depth))
            {
                yield return part;
            }
        }
        while (isMailbox && !parser.IsEndOfStream);
    }

    private static T Sensible<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception fault) when (fault is not UnreadableInputException and not OutOfMemoryException)
        {
            throw new UnreadableInputException("the mail cannot be made sense of. Save it anew from the mail program, or its text as .txt", fault);
        }
    }

    private static IEnumerable<ReadPart> PartsOf(MimeMessage mail, ReadingBudget budget, int depth)
    {
        var (words, attachments) = Sensible(() => MailContent.Of(mail));
        var article = Sensible(() => MailArticle.Read(mail, words));
        if (article.Article is not null || article.Problem is not null)
        {
            yield return article;
        }
        else if (attachments.Count == 0)
        {
            throw new UnreadableInputException("there is no text in the mail. Check that it is the right one and that it was saved whole");
        }

        var names = new AttachmentNames();
        foreach (var attachment in attachments.Take(MostAttachments))
        {
            foreach (var part in PartsOf(attachment, names.Next(attachment), budget, depth + 1))
            {
                yield return part;
            }
        }

        if (attachments.Count > MostAttachments)
        {
            yield return new("attachments", null, $"the mail has {attachments.Count} attachments, and {MostAttachments} are the most that are read. Save the others and load them by themselves");
        }
    }

    private static IEnumerable<ReadPart> PartsOf(MimeEntity attachment, string name, ReadingBudget budget, int depth) => attachment switch
    {
        MessagePart { Message: { } mail } => NestedParts.Guarded(name, () => PartsOf(mail, budget, depth), depth),
        MimePart part => NestedParts.Read(name, () => MailBytes.Of(part), budget, depth),
        _ => [new(name, null, "the attachment cannot be made sense of. Save it and load it by itself")],
    };
}
