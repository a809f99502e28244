using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>Tells documents that are ZIP archives by the files that their formats prescribe.</summary>
internal static class ZipKinds
{
    private const string Apple = "Index/Document.iwa";

    private static readonly (string Mark, UnreadKind Kind)[] Unread =
    [
        ("xl/", UnreadKind.Spreadsheet("a spreadsheet")),
        ("visio/", new("a drawing of Visio", "Save it as PDF")),
        (Apple, new("a document of Pages, Keynote or Numbers", "Export it as .docx, .pptx or PDF")),
        ("application/vnd.oasis.opendocument.spreadsheet", UnreadKind.Spreadsheet("a spreadsheet")),
        ("application/vnd.oasis.opendocument.presentation", new("an OpenDocument presentation", "Save it as .pptx or PDF")),
        ("application/vnd.oasis.opendocument.", new("an OpenDocument file other than a text", "Save it as PDF")),
    ];

    /// <summary>The format of what begins as a ZIP archive; <see cref="InputFormat.Unsupported"/> for documents that are not read, <see cref="InputFormat.Zip"/> for what is no document.</summary>
    public static InputFormat Of(ReadOnlySpan<byte> bytes) => KindOf(bytes) switch
    {
        "word/" => InputFormat.Docx,
        "ppt/" => InputFormat.Pptx,
        "application/vnd.oasis.opendocument.text" or "application/vnd.oasis.opendocument.text-template" => InputFormat.OpenDocumentText,
        "application/epub+zip" => InputFormat.Epub,
        "" => InputFormat.Zip,
        _ => InputFormat.Unsupported,
    };

    /// <inheritdoc cref="Of(ReadOnlySpan{byte})"/>
    public static InputFormat Of(ReadOnlyMemory<byte> bytes) => Of(bytes.Span);

    /// <summary>What an archive that is a document of a kind that is not read is; null where it is none of these.</summary>
    public static UnreadKind? UnreadKindOf(ReadOnlySpan<byte> bytes)
    {
        var kind = KindOf(bytes);
        return kind.Length > 0 && Of(bytes) == InputFormat.Unsupported ? Array.Find(Unread, known => kind.StartsWith(known.Mark, StringComparison.Ordinal)).Kind : null;
    }

    /// <summary>The folder that an Office document's kind is told by, or the media type of one that names it; empty for neither.</summary>
    private static string KindOf(ReadOnlySpan<byte> bytes)
    {
        List<ZipEntry> entries;
        try
        {
            entries = ZipDirectory.Read(bytes);
        }
        catch (UnreadableInputException)
        {
            // Its reader says what is wrong with it.
            return "";
        }

        if (entries.Exists(entry => entry.Name == "[Content_Types].xml"))
        {
            string[] folders = ["word/", "ppt/", "xl/", "visio/"];
            return folders.FirstOrDefault(folder => entries.Exists(entry => entry.Name.StartsWith(folder, StringComparison.OrdinalIgnoreCase))) ?? "";
        }

        if (entries.Exists(entry => entry.Name is "xl/workbook.xml" or "xl/workbook.bin"))
        {
            return "xl/";
        }

        if (entries.Exists(entry => entry.Name == Apple))
        {
            return Apple;
        }

        if (entries.Find(entry => entry.Name == "mimetype") is { Name: not null } named && MediaType(bytes, named) is { } type)
        {
            return type;
        }

        return entries.Exists(entry => entry.Name == "META-INF/container.xml") && entries.Exists(entry => entry.Name.EndsWith(".opf", StringComparison.OrdinalIgnoreCase))
            ? "application/epub+zip"
            : "";
    }

    /// <summary>What a document says that it is. The formats have it unpacked; programs that pack a document anew may not.</summary>
    private static string? MediaType(ReadOnlySpan<byte> bytes, ZipEntry named)
    {
        if (named is { PackedLength: > 200 } or { Length: > 200 })
        {
            return null;
        }

        try
        {
            // A copy of the one entry, since a stream cannot be opened over a span.
            var entry = bytes[(int)Math.Clamp(named.Start, 0, bytes.Length)..];
            var copy = entry[..Math.Min(entry.Length, 1_000)].ToArray();
            var text = Encoding.ASCII.GetString(ZippedFiles.Unpack(copy, named with { Start = 0 }, new())).Trim();
            return text.StartsWith("application/", StringComparison.Ordinal) ? text : null;
        }
        catch (UnreadableInputException)
        {
            return null;
        }
    }
}
