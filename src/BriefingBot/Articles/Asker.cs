using System.Collections.Immutable;

namespace BriefingBot.Articles;

/// <summary>Whoever asks, reduced to what decides which articles they may read.</summary>
public sealed record Asker(ImmutableArray<string> Groups)
{
    /// <summary>Somebody of whom no group is known: reads the articles that are open to everybody.</summary>
    public static Asker Unknown { get; } = new([]);

    /// <summary>Whether an article open to these groups is open to this asker. No groups: open to everybody.</summary>
    public bool MayRead(ImmutableArray<string> groups)
    {
        if (groups.IsDefaultOrEmpty)
        {
            return true;
        }

        foreach (var group in groups)
        {
            if (Groups.Contains(group, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
