using System.Collections.Immutable;
using System.Buffers;
using System.Text;
using BriefingBot.Texts;

namespace BriefingBot.Answering;

/// <summary>
/// Renders an answer as an HTML fragment that needs no style. Article text stands in <c>bdi</c>, so its direction is its own affair, and each
/// of its line ends is a <c>br</c>.
/// </summary>
public static partial class HtmlRendering
{
    private static readonly SearchValues<char> Escaped = SearchValues.Create("&<>\"'\n");

    /// <summary>
    /// The whole answer, for whoever puts it elsewhere: quotes in <c>blockquote</c> with <c>[n]</c>, then the sources in an ordered list, which
    /// lead to their publishers. No line end behind it.
    /// </summary>
    public static string Render(VerifiedAnswer answer) => Understood(answer.UnderstoodAs) + (answer.Refusal is null ? Answered(answer) : Refused(answer, address: null));

    /// <summary>
    /// The whole answer, for our own pages: each quote in a <c>figure</c> that its numbered source captions. Titles lead to the article as it
    /// is stored, with the quoted words marked; the publisher's address, where there is one, stands beside. No line end behind it.
    /// </summary>
    public static string Render(VerifiedAnswer answer, ArticleAddress address) =>
        Understood(answer.UnderstoodAs) + (answer.Refusal is null ? Captioned(answer, address) : Refused(answer, address));

    /// <summary>One quote with its source behind it, in a line: for a paragraph of our own pages.</summary>
    public static string Render(VerifiedQuote quote, ArticleAddress address) =>
        $"{Words(quote)} — {Line(SourceLine.Of(quote), address(quote.Article.Id, quote.Article.Version, quote.Span))}";

    /// <summary>Text for an element or a quoted attribute.</summary>
    internal static string Escape(string text)
    {
        var visible = VisibleText.Of(text);

        // Most articles' lines have none of them, and an article may have a million lines.
        return !visible.AsSpan().ContainsAny(Escaped)
            ? visible
            : visible.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;").Replace("\"", "&quot;").Replace("'", "&#39;").Replace("\n", "<br>");
    }

    private static string Understood(string? words) => words is not null ? $"<p>{AnswerWords.UnderstoodAs} {Bdi(words)}</p>\n" : "";

    private static string Disagreement(VerifiedAnswer answer) => answer.Disagreement ? $"<p>{AnswerWords.Disagreement}</p>\n" : "";

    private static string Prose(ImmutableArray<VerifiedStatement> statements, ImmutableArray<VerifiedQuote> quotes) => statements.IsEmpty ? ""
        : $"<p>{string.Join(' ', statements.Select(statement => $"{OfArticle(statement.Text)} {AnswerWords.NumbersOf(quotes, statement)}"))}</p>\n";

    private static string Answered(VerifiedAnswer answer)
    {
        var html = new StringBuilder(Disagreement(answer) + Prose(answer.Statements, answer.Quotes));
        foreach (var (index, quote) in answer.Quotes.Index())
        {
            html.Append($"<blockquote><p>{Words(quote)} [{index + 1}]</p></blockquote>\n");
        }

        html.Append("<ol>\n");
        foreach (var quote in answer.Quotes)
        {
            html.Append($"<li>{Line(SourceLine.Of(quote))}</li>\n");
        }

        html.Append("</ol>");
        return AnswerWords.Notes(answer) is { } note ? $"{html}\n<p>{Escape(note)}</p>" : html.ToString();
    }

    private static string Captioned(VerifiedAnswer answer, ArticleAddress address)
    {
        var html = new StringBuilder(Disagreement(answer) + Prose(answer.Statements, answer.Quotes));
        foreach (var (index, quote) in answer.Quotes.Index())
        {
            var source = Line(SourceLine.Of(quote), address(quote.Article.Id, quote.Article.Version, quote.Span));
            html.Append($"<figure>\n<blockquote><p>{Words(quote)}</p></blockquote>\n<figcaption><span>[{index + 1}]</span> {source}</figcaption>\n</figure>\n");
        }

        return AnswerWords.Notes(answer) is { } note ? $"{html}<p>{Escape(note)}</p>" : html.ToString().TrimEnd('\n');
    }

    private static string Refused(VerifiedAnswer answer, ArticleAddress? address)
    {
        var html = new StringBuilder($"<p>{Escape(AnswerWords.For(answer))}</p>");
        if (!answer.Closest.IsEmpty)
        {
            html.Append($"\n<p>{Escape(AnswerWords.Closest)}</p>\n<ul>\n");
            foreach (var article in answer.Closest)
            {
                html.Append($"<li>{Line(SourceLine.Of(article), address?.Invoke(article.ArticleId, article.Version, null))}</li>\n");
            }

            html.Append("</ul>");
        }

        return html.ToString();
    }

    private static string Words(VerifiedQuote quote)
    {
        var (before, behind) = QuotationMarks.Around(quote);
        return before + OfArticle(quote.Text) + behind + (quote.LeadIn is { } leadIn ? $" <small>[{AnswerWords.LeadIn} {Words(leadIn)}]</small>" : "");
    }

    private static string Line(SourceLine source, string? article = null)
    {
        var title = (article ?? source.Link?.AbsoluteUri) is { } leadsTo ? $"<a href=\"{Escape(leadsTo)}\">{OfArticle(source.Title)}</a>" : OfArticle(source.Title);
        var line = source.Details.Length == 0 ? $"<cite>{title}</cite>" : $"<cite>{title}</cite> — {Bdi(source.Details)}";
        return article is not null && source.Link is { } publisher ? $"{line} — {Publisher(publisher)}" : line;
    }

    // The host in its ASCII form, which no look-alike letter can disguise.
    private static string Publisher(Uri link) => $"<a href=\"{Escape(link.AbsoluteUri)}\" rel=\"noreferrer\">{Escape(ReaderText.Of("Answer_OriginalAt", link.IdnHost))}</a>";

    /// <summary>Words in the articles' language, told apart from ours where that is another one.</summary>
    private static string OfArticle(string text) => ReaderLanguage.OfArticles is { } language ? $"<bdi lang=\"{language}\">{Escape(text)}</bdi>" : Bdi(text);

    private static string Bdi(string text) => $"<bdi>{Escape(text)}</bdi>";
}
