using System.Text;

namespace BriefingBot.Answering;

/// <summary>
/// Renders an answer as an HTML fragment that needs no style: quotes in <c>blockquote</c> with <c>[n]</c>, then the sources in an ordered
/// list. Article text stands in <c>bdi</c>, so its direction is its own affair, and each of its line ends is a <c>br</c>.
/// </summary>
public static class HtmlRendering
{
    /// <summary>The whole answer, without a line end behind it.</summary>
    public static string Render(VerifiedAnswer answer) => answer.Refusal is null ? Answered(answer) : Refused(answer);

    private static string Answered(VerifiedAnswer answer)
    {
        var html = new StringBuilder();
        foreach (var (index, quote) in answer.Quotes.Index())
        {
            html.Append($"<blockquote><p>“{Bdi(quote.Text)}”{(quote.CutShort ? "…" : "")} [{index + 1}]</p></blockquote>\n");
        }

        html.Append("<ol>\n");
        foreach (var quote in answer.Quotes)
        {
            html.Append($"<li>{Line(SourceLine.Of(quote))}</li>\n");
        }

        html.Append("</ol>");
        return AnswerWords.Withheld(answer.Withheld) is { } note ? $"{html}\n<p>{Escape(note)}</p>" : html.ToString();
    }

    private static string Refused(VerifiedAnswer answer)
    {
        var html = new StringBuilder($"<p>{Escape(AnswerWords.For(answer))}</p>");
        if (!answer.Closest.IsEmpty)
        {
            html.Append($"\n<p>{Escape(AnswerWords.Closest)}</p>\n<ul>\n");
            foreach (var article in answer.Closest)
            {
                html.Append($"<li>{Line(SourceLine.Of(article))}</li>\n");
            }

            html.Append("</ul>");
        }

        return html.ToString();
    }

    private static string Line(SourceLine source)
    {
        var title = source.Link is { } link ? $"<a href=\"{Escape(link.AbsoluteUri)}\">{Bdi(source.Title)}</a>" : Bdi(source.Title);
        return source.Details.Length == 0 ? $"<cite>{title}</cite>" : $"<cite>{title}</cite> — {Bdi(source.Details)}";
    }

    private static string Bdi(string text) => $"<bdi>{Escape(text)}</bdi>";

    /// <summary>Text for an element or a quoted attribute.</summary>
    private static string Escape(string text) => VisibleText.Of(text)
        .Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;").Replace("\n", "<br>");
}
