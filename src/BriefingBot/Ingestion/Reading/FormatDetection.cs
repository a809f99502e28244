namespace BriefingBot.Ingestion;

/// <summary>Tells a file's format by what it holds; its name decides only between texts.</summary>
internal static class FormatDetection
{
    public static InputFormat Of(string name, ReadOnlySpan<byte> bytes) => ZipKinds.IsZip(bytes) ? ZipKinds.Of(bytes) : Path.GetExtension(name).ToUpperInvariant() switch
    {
        ".TXT" or ".TEXT" => InputFormat.PlainText,
        ".MD" or ".MARKDOWN" => InputFormat.Markdown,
        ".HTML" or ".HTM" or ".XHTML" => InputFormat.Html,
        _ => InputFormat.Unsupported,
    };
}
