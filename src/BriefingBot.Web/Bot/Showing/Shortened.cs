using System.Globalization;

namespace BriefingBot.Web.Bot;

/// <summary>A line that a channel has no room for.</summary>
internal static class Shortened
{
    private const string Ellipsis = "…";

    /// <summary>The line, or as much of it as ends with a word and an ellipsis within so many UTF-16 code units.</summary>
    public static string AtWord(string line, int most)
    {
        if (line.Length <= most)
        {
            return line;
        }

        var blank = line.LastIndexOf(' ', most - Ellipsis.Length);

        // A line without a blank is cut between two characters as they are seen.
        return (blank > 0 ? line[..blank].TrimEnd() : line[..CharacterBorder(line, most - Ellipsis.Length)]) + Ellipsis;
    }

    /// <summary>The line, or as much of its end as begins at a word, behind an ellipsis, within so many UTF-16 code units.</summary>
    public static string EndAtWord(string line, int most)
    {
        if (line.Length <= most)
        {
            return line;
        }

        var from = line.Length - most + Ellipsis.Length;
        var blank = line.IndexOf(' ', from);
        return Ellipsis + (blank >= 0 ? line[(blank + 1)..] : line[(char.IsLowSurrogate(line[from]) ? from + 1 : from)..]);
    }

    private static int CharacterBorder(string line, int most)
    {
        var border = 0;
        while (border + StringInfo.GetNextTextElementLength(line, border) is var next && next <= most)
        {
            border = next;
        }

        return border;
    }
}
