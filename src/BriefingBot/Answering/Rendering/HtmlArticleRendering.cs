using System.Text;

namespace BriefingBot.Answering;

/// <summary>
/// Renders an article's text as an HTML fragment: what stands between blank lines is a paragraph, each line end in it a <c>br</c>. The quoted
/// words stand in <c>mark</c>, of which the first has the id <c>quote</c> and takes the focus, so that it is in view. Apart from control
/// characters, which are drawn, the fragment's text is the stored text, blank for blank (in a style that keeps them).
/// </summary>
public static class HtmlArticleRendering
{
    private const string FirstMark = "<mark id=\"quote\" tabindex=\"-1\" autofocus>";

    /// <summary>The whole text.</summary>
    public static string Render(OpenedArticle opened)
    {
        var text = opened.Article.Text;
        var quoted = opened.Quote?.Span ?? new(0, 0);
        var html = new StringBuilder(text.Length + (text.Length / 8));
        var (shown, mark) = (0, FirstMark);
        foreach (var paragraph in Paragraphs.Of(text))
        {
            // Blank lines are not drawn between paragraphs, but they stay between them, as whoever copies the text expects.
            html.Append(VisibleText.Of(text[shown..paragraph.Start])).Append("<p dir=\"auto\">");
            shown = paragraph.End;
            if (quoted.Overlaps(paragraph))
            {
                var (start, end) = (Math.Max(quoted.Start, paragraph.Start), Math.Min(quoted.End, paragraph.End));
                html.Append(Escaped(text, paragraph.Start, start)).Append(mark).Append(Escaped(text, start, end)).Append("</mark>").Append(Escaped(text, end, paragraph.End));
                mark = "<mark>";
            }
            else
            {
                html.Append(Escaped(text, paragraph.Start, paragraph.End));
            }

            html.Append("</p>");
        }

        return html.Append(VisibleText.Of(text[shown..])).ToString();
    }

    private static string Escaped(string text, int start, int end) => HtmlRendering.Escape(text[start..end]);
}
