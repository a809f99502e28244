using System.Globalization;

namespace BriefingBot.Ingestion;

/// <summary>
/// Turns Hebrew and Arabic, which a page gives from left to right, into the order in which they are read. Numbers and words of other scripts
/// keep their own direction within, and brackets are mirrored back, because a page shows "(" where the text has ")".
/// </summary>
internal static class RightToLeftText
{
    private const string Brackets = "()[]{}<>«»‹›";

    public static bool IsStrong(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') && !IsDigit(c);

    /// <summary>The parts, left to right on the page, as text.</summary>
    public static string InReadingOrder(List<string> parts)
    {
        List<string> read = [];
        var i = parts.Count - 1;
        while (i >= 0)
        {
            if (!IsOtherDirection(parts[i]))
            {
                read.Add(Mirrored(parts[i]));
                i--;
                continue;
            }

            // The other direction's run goes on over blanks and marks as long as another of its letters or figures follows.
            var (start, last) = (i, i);
            for (var j = i - 1; j >= 0 && !HasStrong(parts[j]); j--)
            {
                last = IsOtherDirection(parts[j]) ? j : last;
            }

            for (var j = last; j <= start; j++)
            {
                read.Add(parts[j]);
            }

            i = last - 1;
        }

        return string.Concat(read);
    }

    private static bool HasStrong(string part) => part.Any(IsStrong);

    private static bool IsOtherDirection(string part) => part.Any(c => char.IsLetterOrDigit(c)) && !HasStrong(part);

    private static bool IsDigit(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.DecimalDigitNumber;

    private static string Mirrored(string part) => part.Length == 1 && Brackets.IndexOf(part[0]) is >= 0 and var at ? Brackets[at ^ 1].ToString() : part;
}
