using System.Collections.Frozen;
using System.Net.Http.Headers;

namespace BriefingBot.Ingestion;

/// <summary>A file's name for a document from the web. Its ending decides between texts that look alike; what a document holds is told by its bytes.</summary>
internal static class DocumentName
{
    private const int Longest = 200;

    private static readonly FrozenDictionary<string, string[]> Endings = new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
    {
        ["text/html"] = [".html", ".htm"],
        ["application/xhtml+xml"] = [".xhtml", ".html", ".htm"],
        ["text/plain"] = [".txt", ".text", ".md", ".markdown", ".eml", ".jsonl", ".ndjson"],
        ["text/markdown"] = [".md", ".markdown"],
        ["application/pdf"] = [".pdf"],
        ["application/rss+xml"] = [".rss", ".xml"],
        ["application/atom+xml"] = [".atom", ".xml"],
        ["application/rdf+xml"] = [".rdf", ".xml"],
        ["application/xml"] = [".xml", ".rss", ".atom", ".rdf", ".xhtml"],
        ["text/xml"] = [".xml", ".rss", ".atom", ".rdf", ".xhtml"],
        ["application/vnd.openxmlformats-officedocument.wordprocessingml.document"] = [".docx"],
        ["application/vnd.openxmlformats-officedocument.presentationml.presentation"] = [".pptx"],
        ["application/vnd.oasis.opendocument.text"] = [".odt"],
        ["application/epub+zip"] = [".epub"],
        ["message/rfc822"] = [".eml"],
        ["application/zip"] = [".zip"],
        ["application/jsonl"] = [".jsonl", ".ndjson"],
        ["application/x-ndjson"] = [".ndjson", ".jsonl"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <param name="address">Where it was found.</param>
    /// <param name="mediaType">What the server says that it is.</param>
    /// <param name="disposition">What the server would have it saved as.</param>
    public static string Of(Uri address, string? mediaType, ContentDispositionHeaderValue? disposition)
    {
        var name = LastOf(disposition?.FileNameStar ?? disposition?.FileName?.Trim('"') ?? "") is { Length: > 0 } given ? given
            : LastOf(Uri.UnescapeDataString(address.AbsolutePath)) is { Length: > 0 } part ? part
            : "index";
        return mediaType is not null && Endings.TryGetValue(mediaType, out var endings) ? endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase) ? name : name + endings[0]
            // Most pages without an ending are web pages, and no server says nothing of another kind.
            : Path.HasExtension(name) ? name : name + ".html";
    }

    private static string LastOf(string path)
    {
        var name = string.Concat(path[(path.LastIndexOfAny(['/', '\\']) + 1)..].Where(sign => !char.IsControl(sign))).Trim();
        return name.Length > Longest ? name[^Longest..] : name;
    }
}
