namespace BriefingBot.Ingestion;

/// <summary>
/// A letter on a page that is turned so that its line runs to the right. Lengths are in points; <paramref name="Left"/> and <paramref name="Right"/> are where
/// the pen was before and after it, which is wider than its ink.
/// </summary>
/// <param name="Text">What it reads as: several characters for a ligature.</param>
/// <param name="Baseline">Upwards from the bottom of the page.</param>
/// <param name="Size">The height of the font.</param>
internal readonly record struct PdfGlyph(string Text, double Left, double Right, double Baseline, double Size, PdfTypeface Typeface)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}

/// <summary>What of a font tells headings and code from prose.</summary>
internal readonly record struct PdfTypeface(bool IsBold, bool IsMonospaced);
