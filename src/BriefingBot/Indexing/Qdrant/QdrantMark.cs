using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Indexing;

/// <summary>A place in the server's history, which has no running number: by the clocks of whoever saves.</summary>
/// <param name="Saved">From when on to look.</param>
/// <param name="Seen">A hash of what was seen, so that a mark is the same while nothing changes.</param>
internal readonly record struct QdrantMark(DateTimeOffset Saved, string Seen)
{
    // An article has the time at which its writing began, and clocks differ.
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    public static QdrantMark At(DateTimeOffset now) => new(now - Overlap, "");

    /// <summary>The mark behind these records, by their tokens and when they were saved, in order of that.</summary>
    public QdrantMark After(IReadOnlyList<(string Token, DateTimeOffset Saved)> records, bool isFull, DateTimeOffset now)
    {
        if (records.Count == 0)
        {
            return this;
        }

        // What comes from a writer whose clock is fast hides nothing of the others.
        var last = records[^1].Saved < now ? records[^1].Saved : now;

        // There are more behind a full page, of one load; to look at its last minutes again would never end.
        // The server keeps microseconds.
        var saved = isFull ? last.AddMicroseconds(-1) : last - Overlap;
        var seen = string.Join(' ', records.Select(record => record.Token).Order(StringComparer.Ordinal));
        return this with { Saved = saved > Saved ? saved : Saved, Seen = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(seen)))[..16] };
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Saved:O}/{Seen}");

    /// <summary>Null for the mark of another store.</summary>
    public static QdrantMark? Parse(string mark) =>
        mark.Split('/') is [var saved, var seen] && DateTimeOffset.TryParseExact(saved, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? new(instant, seen) : null;
}
