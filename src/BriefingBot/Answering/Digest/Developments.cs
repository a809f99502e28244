namespace BriefingBot.Answering;

/// <summary>Groups the entries of a digest by development: near in time, or alike and not far.</summary>
internal static class Developments
{
    // What follows within two days belongs together; up to ten where it speaks of the same.
    private const int NearDays = 2;
    private const int FarDays = 10;
    private const double Alike = 0.8;

    /// <summary>In order of time, what has no date last.</summary>
    public static IReadOnlyList<IReadOnlyList<DigestEntry>> Of(IEnumerable<DigestEntry> entries)
    {
        var groups = new List<List<DigestEntry>>();
        foreach (var entry in entries.OrderBy(entry => entry.Excerpt.Article.Published?.Moment ?? DateTimeOffset.MaxValue).ThenByDescending(entry => entry.Score))
        {
            if (groups.Count > 0 && Follows(groups[^1], entry))
            {
                groups[^1].Add(entry);
            }
            else
            {
                groups.Add([entry]);
            }
        }

        return groups;
    }

    private static bool Follows(List<DigestEntry> group, DigestEntry entry) => (group[^1].Day, entry.Day) switch
    {
        (null, null) => true,
        ({ } last, { } day) => day.DayNumber - last.DayNumber is var days
            && (days <= NearDays || (days <= FarDays && group.Exists(other => other.Likeness(entry) >= Alike))),
        _ => false,
    };
}
