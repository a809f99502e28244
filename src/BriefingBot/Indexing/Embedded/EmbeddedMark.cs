using System.Globalization;

namespace BriefingBot.Indexing;

/// <summary>A place in the file's history.</summary>
/// <param name="Change">The running number of the last change that was seen.</param>
/// <param name="From">When the mark was first taken: what has a text of before, and other metadata since, is not new.</param>
internal readonly record struct EmbeddedMark(long Change, DateTimeOffset From)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Change} {From:O}");

    /// <summary>Null for the mark of another store.</summary>
    public static EmbeddedMark? Parse(string mark) =>
        mark.Split(' ') is [var change, var from]
        && long.TryParse(change, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && DateTimeOffset.TryParseExact(from, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) ? new(number, instant) : null;
}
