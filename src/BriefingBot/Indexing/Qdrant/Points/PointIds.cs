using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Qdrant.Client.Grpc;

namespace BriefingBot.Indexing;

/// <summary>
/// Ids of points. Those of texts and passages come from the token of the one write that makes them, so two writers never share a point,
/// not even with the same text.
/// </summary>
internal static class PointIds
{
    /// <summary>Of an article's record: one for each id, for ever.</summary>
    public static PointId OfRecord(string articleId) => From("record", articleId);

    public static PointId OfText(string write, int part) => From("text", write, part.ToString(CultureInfo.InvariantCulture));

    public static PointId OfPassage(string write, int ordinal) => From("passage", write, ordinal.ToString(CultureInfo.InvariantCulture));

    /// <summary>The token of a new write.</summary>
    public static string NewWrite() => Guid.NewGuid().ToString("N");

    private static PointId From(params ReadOnlySpan<string> parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts)));
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
