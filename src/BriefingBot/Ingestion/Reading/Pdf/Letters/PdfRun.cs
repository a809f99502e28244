namespace BriefingBot.Ingestion;

/// <summary>
/// Words beside each other on a line, without a gap that could be one between columns. <paramref name="Text"/> is in the order in which it is read,
/// <paramref name="Letters"/> how many letters it was made of, blanks aside. Lengths are in points.
/// </summary>
internal sealed record PdfRun(string Text, double Left, double Right, double Baseline, double Size, PdfTypeface Typeface, int Letters)
{
    public double Width => Right - Left;

    /// <summary>Whether it is read from right to left.</summary>
    public bool IsRightToLeft { get; init; }

    /// <summary>Whether it is nothing but signs of which nobody knows what they are. A single one may be a bullet.</summary>
    public bool IsUnread => Text.Length > 1 && Text.All(c => c is PdfLetters.Unread or ' ');

    /// <summary>Whether it covers the same place as another, by more than half of itself.</summary>
    public bool LiesOn(PdfRun other) =>
        Math.Abs(Baseline - other.Baseline) < 0.5 * Math.Max(Size, other.Size)
        && Math.Min(Right, other.Right) - Math.Max(Left, other.Left) > 0.5 * Width;
}
