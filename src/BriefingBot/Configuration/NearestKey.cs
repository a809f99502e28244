namespace BriefingBot.Configuration;

/// <summary>The key that was probably meant.</summary>
public static class NearestKey
{
    private const int Far = 1_000_000;

    /// <summary>The nearest of the known keys, or null when none is near. A right name in a wrong section is near, too.</summary>
    public static string? To(string key, IEnumerable<string> known)
    {
        // A shortened or lengthened name is still meant (DataDir, MicrosoftApplicationId); one of which more than half is wrong is another.
        return known
            .Select(candidate => (candidate, Distance: Math.Min(NearDistance(key, candidate), 1 + NearDistance(LastPart(key), LastPart(candidate)))))
            .Where(pair => pair.Distance < Far)
            .OrderBy(pair => pair.Distance)
            .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
            .Select(pair => pair.candidate)
            .FirstOrDefault();
    }

    /// <summary>
    /// Letters to insert, to leave out or to swap with their neighbour (optimal string alignment), whatever their case. To exchange one counts
    /// as two, so that a name inside a longer one is nearer than another name of that length.
    /// </summary>
    public static int Distance(string one, string other)
    {
        (one, other) = (one.ToUpperInvariant(), other.ToUpperInvariant());
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 2));
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[one.Length, other.Length];
    }

    private static int NearDistance(string one, string other) => Distance(one, other) is var distance && 2 * distance <= Math.Max(one.Length, other.Length) ? distance : Far;

    private static string LastPart(string key) => key[(key.LastIndexOf(':') + 1)..];
}
