namespace BriefingBot.Ingestion;

/// <summary>A document as it came, unpacked.</summary>
/// <param name="Bytes">Its content.</param>
/// <param name="Address">Where it was found after redirects, without a fragment.</param>
/// <param name="Name">A file's name that tells its format as far as address and server do.</param>
/// <param name="Version">What the server calls this version of it; null where it names none.</param>
internal sealed record FetchedDocument(ReadOnlyMemory<byte> Bytes, Uri Address, string Name, PageVersion? Version);

/// <summary>How a server tells one version of a document from another: to be sent back, so that an unchanged one need not come again.</summary>
/// <param name="Address">The address that said so, after redirects: to others it says nothing.</param>
/// <param name="ETag">The header as it came.</param>
/// <param name="LastModified">The header as it came.</param>
internal sealed record PageVersion(Uri Address, string? ETag, string? LastModified);
