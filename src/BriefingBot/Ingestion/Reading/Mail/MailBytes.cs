using System.Text;
using MimeKit;

namespace BriefingBot.Ingestion;

/// <summary>The content of a mail's parts, out of the form that it was sent in.</summary>
internal static class MailBytes
{
    public static ReadOnlyMemory<byte> Of(MimePart part)
    {
        if (part.Content is null)
        {
            throw new UnreadableInputException("the attachment is empty. Save the mail anew with what is attached to it");
        }

        using var bytes = new MemoryStream();
        try
        {
            part.Content.DecodeTo(bytes);
        }
        catch (Exception fault) when (fault is FormatException or IOException or ArgumentException)
        {
            throw new UnreadableInputException("the attachment is damaged. Save it from the mail program and load it by itself", fault);
        }

        // A text's charset stands in the mail and would be lost here.
        return part is TextPart text && bytes.Length > 0 && DeclaredIn(text, bytes.ToArray()) is { } written ? Encoding.UTF8.GetBytes(written) : bytes.ToArray();
    }

    /// <summary>As a web page is decoded: by what it declares, unless the bytes are UTF-8; the parts of many mails declare what they are not.</summary>
    public static string TextOf(TextPart part)
    {
        if (part.Content is null)
        {
            return "";
        }

        using var stream = new MemoryStream();
        part.Content.DecodeTo(stream);
        var bytes = stream.ToArray();
        return DeclaredIn(part, bytes) ?? (part.IsHtml ? HtmlDecoding.Decode(bytes) : TextDecoding.Decode(bytes));
    }

    /// <summary>Null where nothing is declared but what the bytes tell by themselves.</summary>
    private static string? DeclaredIn(TextPart part, byte[] bytes)
    {
        var isAscii = bytes.AsSpan().IndexOfAnyExceptInRange((byte)0, (byte)0x7F) < 0;
        return part.ContentType.Charset is { Length: > 0 } charset && Encodings.Find(charset) is { CodePage: not 65001 } encoding && (isAscii || !TextDecoding.IsAsGoodAsUtf8(bytes))
            ? encoding.GetString(bytes)
            : null;
    }
}
