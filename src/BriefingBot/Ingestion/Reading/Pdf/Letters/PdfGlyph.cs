namespace BriefingBot.Ingestion;

/// <summary>
/// A letter on a page that is turned so that its line runs to the right. Lengths are in points; <paramref name="Left"/> and <paramref name="Right"/> are where
/// the pen was before and after it, which is wider than its ink; <paramref name="Baseline"/> is counted upwards. <paramref name="Text"/> has several characters
/// for a ligature.
/// </summary>
internal readonly record struct PdfGlyph(string Text, double Left, double Right, double Baseline, double Size, PdfTypeface Typeface)
{
    public bool IsBlank => string.IsNullOrWhiteSpace(Text);
}

/// <summary>What of a font tells headings and code from prose.</summary>
internal readonly record struct PdfTypeface(bool IsBold, bool IsMonospaced);
