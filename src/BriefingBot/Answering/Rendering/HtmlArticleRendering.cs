using System.Text;
using BriefingBot.Texts;

namespace BriefingBot.Answering;

/// <summary>
/// Renders an article's text as an HTML fragment: what stands between blank lines is a paragraph, each line end in it a <c>br</c>. Quoted
/// words stand in <c>mark</c>: the first has the id <c>quote</c> and takes the focus, so that it is in view; the next have <c>quote-2</c> and
/// so on. Of several, each is followed by links without words to those before and behind it. Apart from control characters, which are drawn,
/// the fragment's text is the stored text, blank for blank (in a style that keeps them).
/// </summary>
public static class HtmlArticleRendering
{
    /// <summary>The whole text.</summary>
    public static string Render(OpenedArticle opened)
    {
        var text = opened.Article.Text;
        var html = new StringBuilder(text.Length + (text.Length / 8));
        var (shown, next) = (0, 0);
        foreach (var paragraph in Paragraphs.Of(text))
        {
            // Blank lines are not drawn between paragraphs, but they stay between them, as whoever copies the text expects.
            html.Append(VisibleText.Of(text[shown..paragraph.Start])).Append("<p dir=\"auto\">");
            shown = paragraph.Start;
            for (; next < opened.Quotes.Length && opened.Quotes[next].Span is var quoted && quoted.Overlaps(paragraph); next++)
            {
                var (start, end) = (Math.Max(quoted.Start, paragraph.Start), Math.Min(quoted.End, paragraph.End));
                html.Append(Escaped(text, shown, start)).Append(start == quoted.Start ? FirstMark(next) : "<mark>").Append(Escaped(text, start, end)).Append("</mark>");
                shown = end;
                if (quoted.End > paragraph.End)
                {
                    break;
                }

                html.Append(Steps(next, opened.Quotes.Length));
            }

            html.Append(Escaped(text, shown, paragraph.End)).Append("</p>");
            shown = paragraph.End;
        }

        return html.Append(VisibleText.Of(text[shown..])).ToString();
    }

    private static string FirstMark(int index) => $"<mark id=\"{QuoteMark.Id(index)}\" tabindex=\"-1\"{(index == 0 ? " autofocus" : "")}>";

    private static string Steps(int index, int count) => Step(index - 1, count, "previous", "Reading_PreviousQuote") + Step(index + 1, count, "next", "Reading_NextQuote");

    // The stylesheet draws the arrow, so that whoever copies the article copies its words alone.
    private static string Step(int index, int count, string kind, string label) => index < 0 || index >= count ? ""
        : $"<a class=\"step {kind}\" href=\"#{QuoteMark.Id(index)}\"{(ReaderLanguage.OfArticles is null ? "" : $" lang=\"{ReaderLanguage.Culture.TwoLetterISOLanguageName}\"")} aria-label=\"{HtmlRendering.Escape(ReaderText.Of(label, index + 1, count))}\"></a>";

    private static string Escaped(string text, int start, int end) => HtmlRendering.Escape(text[start..end]);
}
