namespace BriefingBot.Ingestion;

/// <summary>A file in a ZIP archive, as the archive's directory tells of it. None of it is to be trusted.</summary>
/// <param name="Name">Its path, with slashes.</param>
/// <param name="Start">Where its local header begins.</param>
/// <param name="PackedLength">How many bytes of the archive it takes.</param>
/// <param name="Length">How many bytes it is said to unpack to.</param>
/// <param name="Method">How it is packed: 0 not at all, 8 by Deflate.</param>
/// <param name="IsEncrypted">Whether a password is needed.</param>
/// <param name="IsLink">Whether it is a link to another file rather than one.</param>
internal readonly record struct ZipEntry(string Name, long Start, long PackedLength, long Length, int Method, bool IsEncrypted, bool IsLink)
{
    public bool IsFolder => Name.EndsWith('/');
}
