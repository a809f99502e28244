namespace BriefingBot.Ingestion;

/// <summary>The kinds of files that are known by how they begin, and are not read.</summary>
internal static class UnreadKinds
{
    private static readonly UnreadKind Program = new("a program", "Load texts and documents alone");

    /// <summary>Null for what may be read: a text, a PDF document, a ZIP archive, or something that is not known.</summary>
    public static UnreadKind? Of(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xD0, 0xCF, 0x11, 0xE0, ..] => CompoundFile.KindOf(bytes),
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => UnreadKind.Image("a PNG image"),
        [0xFF, 0xD8, 0xFF, ..] => UnreadKind.Image("a JPEG image"),
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => UnreadKind.Image("a GIF image"),
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => UnreadKind.Image("a TIFF image"),
        [(byte)'B', (byte)'M', _, _, _, _, 0, 0, 0, 0, _, 0, 0, 0, ..] => UnreadKind.Image("a bitmap image"),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => UnreadKind.Image("a WebP image"),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'A', (byte)'V', (byte)'E', ..] => UnreadKind.Recording("a sound recording"),
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'A', (byte)'V', (byte)'I', (byte)' ', ..] => UnreadKind.Recording("a video"),
        [_, _, _, _, (byte)'f', (byte)'t', (byte)'y', (byte)'p', ..] => OfMediaFile(bytes[8..]),
        [0x1A, 0x45, 0xDF, 0xA3, ..] => UnreadKind.Recording("a video"),
        [(byte)'I', (byte)'D', (byte)'3', >= 2 and <= 4, ..] or [(byte)'O', (byte)'g', (byte)'g', (byte)'S', 0, ..] or [(byte)'f', (byte)'L', (byte)'a', (byte)'C', 0, ..] =>
            UnreadKind.Recording("a sound recording"),
        [0x1F, 0x8B, ..] => UnreadKind.Archive("a gzip archive"),
        [(byte)'B', (byte)'Z', (byte)'h', >= (byte)'1' and <= (byte)'9', 0x31, 0x41, 0x59, 0x26, ..] => UnreadKind.Archive("a bzip2 archive"),
        [0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0, ..] => UnreadKind.Archive("an xz archive"),
        [0x28, 0xB5, 0x2F, 0xFD, ..] => UnreadKind.Archive("a zstd archive"),
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C, ..] => UnreadKind.Archive("a 7z archive"),
        [(byte)'R', (byte)'a', (byte)'r', (byte)'!', 0x1A, 7, ..] => UnreadKind.Archive("a RAR archive"),
        [(byte)'{', (byte)'\\', (byte)'r', (byte)'t', (byte)'f', ..] => new("an RTF document", "Open it in a word processor and save it as .docx"),
        [(byte)'%', (byte)'!', (byte)'P', (byte)'S', ..] => new("a PostScript document", "Save it as PDF"),
        [(byte)'A', (byte)'T', (byte)'&', (byte)'T', (byte)'F', (byte)'O', (byte)'R', (byte)'M', ..] => new("a DjVu document", "Save it as PDF with its text"),
        [0x7F, (byte)'E', (byte)'L', (byte)'F', ..] or [(byte)'M', (byte)'Z', _, 0, ..] => Program,
        _ => IsTar(bytes) ? UnreadKind.Archive("a tar archive") : null,
    };

    private static bool IsTar(ReadOnlySpan<byte> bytes) => bytes.Length > 262 && bytes[257..262].SequenceEqual("ustar"u8);

    private static UnreadKind OfMediaFile(ReadOnlySpan<byte> brand) =>
        brand is [(byte)'h', (byte)'e', (byte)'i', ..] or [(byte)'m', (byte)'i', (byte)'f', (byte)'1', ..] ? UnreadKind.Image("a HEIC image")
        : brand is [(byte)'a', (byte)'v', (byte)'i', ..] ? UnreadKind.Image("an AVIF image")
        : UnreadKind.Recording("a video or a sound recording");
}
