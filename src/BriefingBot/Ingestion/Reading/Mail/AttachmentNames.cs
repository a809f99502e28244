using MimeKit;

namespace BriefingBot.Ingestion;

/// <summary>Names a mail's attachments, each in its own way.</summary>
internal sealed class AttachmentNames
{
    private readonly HashSet<string> _given = new(StringComparer.OrdinalIgnoreCase);
    private int _number;

    /// <summary>The name that the attachment brings, without folders and what cannot be shown; else its number and the ending of its type.</summary>
    public string Next(MimeEntity attachment)
    {
        _number++;
        var brought = attachment.ContentDisposition?.FileName ?? attachment.ContentType.Name ?? "";
        var name = string.Concat(brought.Split('/', '\\')[^1].Where(c => !char.IsControl(c) && c != '\uFFFD')).Trim();
        name = name.Length == 0 ? $"attachment {_number}" : name;
        name += FileEnding.Of(name).Length == 0 ? EndingOf(attachment) : "";
        return _given.Add(name) ? name : Numbered(name);
    }

    /// <summary>None for what is only said to be bytes, and for plain text, which needs none.</summary>
    private static string EndingOf(MimeEntity attachment) => attachment switch
    {
        MessagePart => ".eml",
        TextPart { IsPlain: true } => "",
        _ when attachment.ContentType.IsMimeType("application", "octet-stream") => "",
        _ => MimeTypes.TryGetExtension(attachment.ContentType.MimeType, out var ending) ? ending : "",
    };

    private string Numbered(string name)
    {
        var ending = Path.GetExtension(name);
        var numbered = $"{name[..^ending.Length]} ({_number}){ending}";
        _given.Add(numbered);
        return numbered;
    }
}
