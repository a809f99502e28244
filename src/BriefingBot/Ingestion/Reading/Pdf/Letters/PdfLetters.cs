using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;

namespace BriefingBot.Ingestion;

/// <summary>
/// A page's letters in layers that are read apart from each other: by the direction in which they are written, and the unseen ones, which text
/// recognition puts over a scan, apart from those that are seen.
/// </summary>
internal static class PdfLetters
{
    // Far beyond any sheet of paper: what is written there is nowhere.
    private const double FarthestPoint = 1_000_000;

    /// <summary>Stands for what was drawn without saying which character it is.</summary>
    public const char Unread = '\uE000';

    // In these fonts the letters of the alphabet are pictures.
    private static readonly string[] PictureFonts = ["Wingdings", "Webdings", "Dingbats", "Marlett"];

    private const string SymbolBullets = "\uF0B7\uF0A7\uF0D8\uF0FC";

    /// <summary>The layers, the level and seen one first.</summary>
    public static IEnumerable<(bool IsSeen, int Angle, List<PdfGlyph> Glyphs)> Layers(Page page)
    {
        var monospaced = PdfMonospace.Fonts(page.Letters);
        return page.Letters
            .Where(letter => letter.Value is { Length: > 0 } && IsOnPage(letter, page.CropBox.Bounds))
            .GroupBy(letter => (Angle: AngleOf(letter), IsSeen: letter.RenderingMode is not (TextRenderingMode.Neither or TextRenderingMode.NeitherClip)))
            .OrderByDescending(layer => layer.Key.IsSeen).ThenBy(layer => Math.Abs(layer.Key.Angle))
            .Select(layer => (layer.Key.IsSeen, layer.Key.Angle, layer.Select(letter => Turned(letter, layer.Key.Angle, monospaced)).ToList()));
    }

    /// <summary>
    /// Ligatures and the shapes that Arabic letters take within words, as the letters that they stand for, and bullets of the symbol fonts, which
    /// have no meaning but there, as the bullets that they look like; everything else as it is.
    /// </summary>
    public static string Expand(string text)
    {
        var first = text[0];
        if (SymbolBullets.IndexOf(first) is >= 0 and var at)
        {
            return "•▪➢✓"[at].ToString();
        }

        if (char.IsControl(first))
        {
            return char.IsWhiteSpace(first) ? " " : Unread.ToString();
        }

        return first is (>= '\uFB00' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFC') ? text.Normalize(NormalizationForm.FormKC) : text;
    }

    private static bool IsOnPage(Letter letter, PdfRectangle page)
    {
        var (at, end) = (letter.StartBaseLine, letter.EndBaseLine);
        if (!(Math.Abs(at.X) < FarthestPoint && Math.Abs(at.Y) < FarthestPoint && Math.Abs(end.X) < FarthestPoint && Math.Abs(end.Y) < FarthestPoint))
        {
            return false;
        }

        // What is wholly outside was cut off, as printers' marks and the neighbouring page of a spread are. Some pages have no size.
        return page.Width < 1 || page.Height < 1
            || (Math.Max(at.X, end.X) >= 0 && Math.Min(at.X, end.X) <= page.Width && at.Y >= 0 && at.Y <= page.Height)
            || (Math.Max(at.X, end.X) >= page.Left && Math.Min(at.X, end.X) <= page.Right && at.Y >= page.Bottom && at.Y <= page.Top);
    }

    /// <summary>Whole degrees, counter-clockwise. What is out of level by a degree or two, as scans are, is level.</summary>
    private static int AngleOf(Letter letter)
    {
        var (across, up) = (letter.EndBaseLine.X - letter.StartBaseLine.X, letter.EndBaseLine.Y - letter.StartBaseLine.Y);
        var radians = Math.Abs(across) + Math.Abs(up) > 0.001 ? Math.Atan2(up, across) : letter.BoundingBox.Rotation * Math.PI / 180;
        var degrees = (int)Math.Round(radians * 180 / Math.PI);
        return degrees is >= -2 and <= 2 ? 0 : degrees == -180 ? 180 : degrees;
    }

    private static PdfGlyph Turned(Letter letter, int angle, HashSet<string> monospaced)
    {
        var (start, end) = (letter.StartBaseLine, letter.EndBaseLine);
        var (left, baseline, right) = (start.X, start.Y, end.X);
        if (angle != 0)
        {
            var (sin, cos) = Math.SinCos(-angle * Math.PI / 180);
            (left, baseline, right) = ((start.X * cos) - (start.Y * sin), (start.X * sin) + (start.Y * cos), (end.X * cos) - (end.Y * sin));
        }

        var name = letter.FontName ?? "";
        var text = char.IsAscii(letter.Value[0]) && letter.Value[0] > ' ' && Array.Exists(PictureFonts, font => Names(name, font)) ? Unread.ToString() : Expand(letter.Value);
        return new(text, Math.Min(left, right), Math.Max(left, right), baseline, SizeOf(letter), new(
            letter.FontDetails.IsBold || Names(name, "Bold") || Names(name, "Black") || letter.RenderingMode == TextRenderingMode.FillThenStroke,
            monospaced.Contains(name)));
    }

    private static bool Names(string font, string part) => font.Contains(part, StringComparison.OrdinalIgnoreCase);

    // The size that a file names may be 1 with the page scaled; the box of the font's tallest letters is what is seen.
    private static double SizeOf(Letter letter)
    {
        var size = letter.PointSize;
        if (!(size >= 0.5 && size < 2_000))
        {
            size = letter.GlyphRectangleLoose.Height;
        }

        return size >= 0.5 && size < 2_000 ? size : 10;
    }
}
