using UglyToad.PdfPig.Content;

namespace BriefingBot.Ingestion;

/// <summary>Tells the fonts whose letters are all as wide as each other, as code is set in: by their letters, since names say little.</summary>
internal static class PdfMonospace
{
    private const int FewestLetters = 8;

    /// <summary>Their names on a page.</summary>
    public static HashSet<string> Fonts(IEnumerable<Letter> letters)
    {
        var fonts = new Dictionary<string, (HashSet<char> Seen, double Narrowest, double Widest)>();
        foreach (var letter in letters)
        {
            if (letter.FontName is { } name && letter.Value is [var c] && char.IsAsciiLetter(c) && letter.PointSize > 0)
            {
                var width = letter.Width / letter.PointSize;
                var (seen, narrowest, widest) = fonts.TryGetValue(name, out var found) ? found : ([], width, width);
                seen.Add(c);
                fonts[name] = (seen, Math.Min(narrowest, width), Math.Max(widest, width));
            }
        }

        return [.. fonts.Where(font => font.Value.Seen.Count >= FewestLetters && font.Value.Widest - font.Value.Narrowest < 0.03 * font.Value.Widest).Select(font => font.Key)];
    }
}
