using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>Finds encodings by the names that pages and detectors give them. Bytes outside an encoding decode to U+FFFD.</summary>
internal static class Encodings
{
    public static Encoding Windows1252 { get; } = Get("windows-1252")!;

    /// <summary>
    /// Null for a name that is not known. A page that says Latin-1 or ASCII means Windows-1252, and one that says GB2312 may use all of
    /// GB18030: https://encoding.spec.whatwg.org/#names-and-labels.
    /// </summary>
    public static Encoding? Find(string name) => name.Trim().ToUpperInvariant() switch
    {
        "ISO-8859-1" or "ISO8859-1" or "ISO_8859-1" or "LATIN1" or "L1" or "ASCII" or "US-ASCII" => Windows1252,
        "ISO-8859-9" => Get("windows-1254"),
        "ISO-8859-11" or "TIS-620" => Get("windows-874"),
        "GB2312" or "GBK" or "X-GBK" or "GB_2312-80" => Get("gb18030"),
        "UTF8" or "UTF-8" => Encoding.UTF8,
        var other => Get(other),
    };

    private static Encoding? Get(string name)
    {
        // Asked directly, so that nothing has to be registered for the whole process.
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))
                ?? Encoding.GetEncoding(name, EncoderFallback.ReplacementFallback, DecoderFallback.ReplacementFallback);
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
