namespace BriefingBot.Ingestion;

/// <summary>Tells a line that begins an item of a list by its marker.</summary>
internal static class PdfListMarker
{
    private const string Bullets = "•‣◦▪▫●○■□➢➤✓✔∙·\u2610\u2611\u2612";

    /// <summary>The line, with a bullet for the mark of a symbol font that it begins with: such marks have no meaning outside their font. Others are left out.</summary>
    public static string WithBullet(string line)
    {
        line = line is [>= '\uE000' and <= '\uF8FF', ' ', ..] or [PdfLetters.Unread] ? $"•{line[1..]}" : line;
        return line.Contains(PdfLetters.Unread, StringComparison.Ordinal) ? line.Replace(PdfLetters.Unread.ToString(), "", StringComparison.Ordinal).Trim() : line;
    }

    /// <summary>Whether a run is a marker and nothing else.</summary>
    public static bool IsAlone(string run) => (run.Length == 1 && (Bullets.Contains(run[0]) || run[0] is >= '\uE000' and <= '\uF8FF')) || (run.Length <= 6 && IsMarker(run));

    /// <summary>Whether the marker is a number with a dot, which may also be the end of a sentence, or a day.</summary>
    public static bool IsDotted(string line) => line.IndexOf(' ', StringComparison.Ordinal) is > 0 and var end && line[end - 1] == '.';

    public static bool Begins(string line)
    {
        if (Bullets.Contains(line[0]))
        {
            return true;
        }

        var end = line.IndexOf(' ', StringComparison.Ordinal);
        return end is > 0 and <= 6 && line.Length > end + 1 && IsMarker(line.AsSpan(0, end));
    }

    // "-" "–" "*"; "1." "2.1." "12)"; "(a)" "(iv)" "[12]"; "a)". A year at the head of a line is none, and "A." may be an initial.
    private static bool IsMarker(ReadOnlySpan<char> word)
    {
        if (word is "-" or "–" or "—" or "*")
        {
            return true;
        }

        var body = word.Trim("().[]");
        var isClosed = word[^1] is ')' or ']' || (word[^1] == '.' && char.IsAsciiDigit(word[0]));
        return isClosed && body.Length > 0
            && ((body.IndexOfAnyExcept("0123456789.") < 0 && body.IndexOf('.') is < 0 or > 0 && body.Length <= 5 && !(body.Length == 4 && body.IndexOf('.') < 0))
                || (word[^1] != '.' && ((body.Length == 1 && char.IsAsciiLetter(body[0])) || body.IndexOfAnyExcept("ivx") < 0)));
    }
}
