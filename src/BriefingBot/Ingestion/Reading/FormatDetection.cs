namespace BriefingBot.Ingestion;

/// <summary>Tells a file's format by what it holds; its name decides only between texts.</summary>
internal static class FormatDetection
{
    // Readers of PDF look for the mark this far into a file: something may stand before it that a mail program or a server left there.
    private const int PdfMarkWithin = 1_024;

    public static InputFormat Of(string name, ReadOnlySpan<byte> bytes) =>
        IsZip(bytes) ? ZipKinds.Of(bytes)
        : UnreadKinds.Of(bytes) is not null ? InputFormat.Unsupported
        : IsPdf(bytes) ? InputFormat.Pdf
        : TextKinds.Of(name, bytes);

    /// <summary>An archive, or one of the formats that are archives inside.</summary>
    public static bool IsZip(ReadOnlySpan<byte> bytes) => bytes is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    private static bool IsPdf(ReadOnlySpan<byte> bytes)
    {
        var at = bytes[..Math.Min(bytes.Length, PdfMarkWithin)].IndexOf("%PDF-"u8);

        // A text about PDF may name the mark; it has no objects.
        return at == 0 || (at > 0 && bytes[at..].IndexOf(" obj"u8) >= 0);
    }
}
