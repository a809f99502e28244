using System.Globalization;

namespace BriefingBot.Ingestion;

/// <summary>From the letters of a run, left to right, to its text: blanks, letters that were printed twice, and the order of reading.</summary>
internal static class PdfRunText
{
    // Letters; no script has more of them on a line that is read.
    private const int LongestLine = 2_000;

    private const string RaisedFrom = "0123456789+-−()";
    private const string RaisedTo = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁽⁾";

    /// <summary>Null when there is nothing but blanks.</summary>
    public static PdfRun? Of(List<PdfGlyph> letters)
    {
        var glyphs = WithMarks(WithoutOverprints(letters));
        var seen = glyphs.FindAll(glyph => !glyph.IsBlank);
        if (seen.Count == 0)
        {
            return null;
        }

        var words = Words(glyphs, BlankWidth(glyphs));
        var rightToLeft = IsRightToLeft(seen);
        var text = rightToLeft ? RightToLeftText.InReadingOrder(words) : string.Concat(words);
        var size = seen.GroupBy(glyph => Math.Round(glyph.Size, 1)).MaxBy(group => group.Count())!.Key;
        return new PdfRun(text.Trim(), seen[0].Left, seen.Max(glyph => glyph.Right), seen.MaxBy(glyph => glyph.Size).Baseline, size, Typeface(seen), seen.Count)
        {
            IsRightToLeft = rightToLeft,
        };
    }

    /// <summary>
    /// Raised figures as the characters for them. "10⁶" must not become 106, nor "12 per cent³" another number; raised letters are read as they are.
    /// </summary>
    public static IEnumerable<PdfGlyph> Raised(List<PdfGlyph> piece) => piece.TrueForAll(glyph => glyph.Text.All(c => RaisedFrom.Contains(c) || c is ',' or ' '))
        ? piece.Select(glyph => glyph with { Text = string.Concat(glyph.Text.Select(c => RaisedFrom.IndexOf(c) is >= 0 and var i ? RaisedTo[i] : c)) })
        : piece;

    private static bool IsRightToLeft(List<PdfGlyph> glyphs)
    {
        var letters = glyphs.Where(glyph => char.IsLetter(glyph.Text[0])).ToList();
        return letters.Count(glyph => RightToLeftText.IsStrong(glyph.Text[0])) * 2 > letters.Count;
    }

    /// <summary>Print that is made bold by printing it twice, slightly moved, reads once.</summary>
    private static List<PdfGlyph> WithoutOverprints(List<PdfGlyph> letters)
    {
        List<PdfGlyph> kept = [];
        foreach (var glyph in letters)
        {
            var isOverprint = false;
            for (var i = kept.Count - 1; i >= Math.Max(0, kept.Count - 4) && !isOverprint; i--)
            {
                isOverprint = kept[i].Text == glyph.Text && glyph.Left - kept[i].Left < Math.Min(0.1 * glyph.Size, 0.5 * (glyph.Right - glyph.Left));
            }

            if (!isOverprint)
            {
                kept.Add(glyph);
            }
        }

        return kept;
    }

    /// <summary>Accents and vowel signs that were set as letters of their own go to the letter that they stand over.</summary>
    private static List<PdfGlyph> WithMarks(List<PdfGlyph> glyphs)
    {
        if (!glyphs.Exists(IsMark) || glyphs.Count > LongestLine)
        {
            return glyphs;
        }

        var bases = glyphs.FindAll(glyph => !IsMark(glyph));
        foreach (var mark in glyphs.Where(mark => IsMark(mark) && bases.Count > 0))
        {
            var middle = (mark.Left + mark.Right) / 2;
            var at = bases.FindIndex(glyph => glyph.Left <= middle && middle <= glyph.Right && !glyph.IsBlank);
            at = at >= 0 ? at : Math.Max(0, bases.FindLastIndex(glyph => glyph.Left <= middle));
            bases[at] = bases[at] with { Text = bases[at].Text + mark.Text };
        }

        return bases;
    }

    private static bool IsMark(PdfGlyph glyph) => glyph.Text.All(c => char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark);

    /// <summary>From which gap on there is a blank: more than letters in this run are apart, since some are spaced out.</summary>
    private static double BlankWidth(List<PdfGlyph> glyphs)
    {
        var gaps = glyphs.Zip(glyphs.Skip(1)).Where(pair => !pair.First.IsBlank && !pair.Second.IsBlank)
            .Select(pair => (pair.Second.Left - pair.First.Right) / pair.Second.Size).Order().ToList();

        // A run with blanks of its own needs fewer guesses. TeX's narrowest blank is a fifth of the size; kerning moves letters by less than a tenth.
        var least = glyphs.Exists(glyph => glyph.IsBlank) ? 0.2 : 0.16;
        return gaps.Count < 8 ? least : least + Math.Clamp(gaps[gaps.Count / 2], 0, 0.5);
    }

    private static List<string> Words(List<PdfGlyph> glyphs, double blank)
    {
        List<string> parts = [];
        for (var i = 0; i < glyphs.Count; i++)
        {
            var glyph = glyphs[i];
            var isBlank = glyph.IsBlank;
            if (i > 0 && !isBlank && glyph.Left - glyphs[i - 1].Right > blank * glyph.Size && !AreIdeographs(glyphs[i - 1].Text[^1], glyph.Text[0]))
            {
                AddBlank(parts);
            }

            if (isBlank)
            {
                AddBlank(parts);
            }
            else
            {
                parts.Add(glyph.Text);
            }
        }

        return parts;
    }

    private static void AddBlank(List<string> parts)
    {
        if (parts.Count > 0 && parts[^1] != " ")
        {
            parts.Add(" ");
        }
    }

    /// <summary>Whether two neighbours are of a script that has no blanks between words.</summary>
    public static bool AreIdeographs(char before, char after) => IsIdeograph(before) && IsIdeograph(after);

    private static bool IsIdeograph(char c) => c is (>= '\u3000' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFF00' and <= '\uFF60');

    private static PdfTypeface Typeface(List<PdfGlyph> glyphs) => new(
        glyphs.Count(glyph => glyph.Typeface.IsBold) * 10 >= glyphs.Count * 9,
        glyphs.Count(glyph => glyph.Typeface.IsMonospaced) * 10 >= glyphs.Count * 9);
}
