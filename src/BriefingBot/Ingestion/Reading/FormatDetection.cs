namespace BriefingBot.Ingestion;

/// <summary>Tells a file's format by what it holds; its name decides only between texts.</summary>
internal static class FormatDetection
{
    public static InputFormat Of(string name, ReadOnlySpan<byte> bytes) => Path.GetExtension(name).ToUpperInvariant() switch
    {
        _ when bytes[..Math.Min(bytes.Length, 1_024)].IndexOf("%PDF-"u8) >= 0 => InputFormat.Pdf,
        ".TXT" or ".TEXT" => InputFormat.PlainText,
        ".MD" or ".MARKDOWN" => InputFormat.Markdown,
        ".HTML" or ".HTM" or ".XHTML" => InputFormat.Html,
        _ => InputFormat.Unsupported,
    };
}
