using System.Collections.Immutable;
using System.Text;

namespace BriefingBot.Answering;

/// <summary>
/// Renders an answer as CommonMark for Teams, Web Chat and whoever shows Markdown raw: quotes as block quotes with <c>[n]</c>, then the
/// sources, numbered likewise, with links. Article text goes through <see cref="MarkdownText"/>.
/// </summary>
public static partial class MarkdownRendering
{
    /// <summary>The whole answer, without a line end behind it.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="citedElsewhere">How many of the sources, from the first, the channel names itself where it sees <c>[n]</c>: these are not listed.</param>
    /// <param name="address">Where the articles are read, whole addresses; null: at their publishers'.</param>
    public static string Render(VerifiedAnswer answer, int citedElsewhere = 0, ArticleAddress? address = null) =>
        Understood(answer.UnderstoodAs) + (answer.Refusal is null ? Answered(answer, citedElsewhere, address) : Refused(answer, address));

    /// <summary>The same for Web Chat, which would set typographer's quotes and dashes where the article has straight ones.</summary>
    public static string RenderForWebChat(VerifiedAnswer answer, ArticleAddress? address = null) => WebChatMarkdown.Keep(Render(answer, address: address));

    private static string Understood(string? words) => words is not null ? $"{AnswerWords.UnderstoodAs} {Line(words)}\n\n" : "";

    private static string Answered(VerifiedAnswer answer, int citedElsewhere, ArticleAddress? address)
    {
        var text = new StringBuilder(answer.Disagreement ? $"{AnswerWords.Disagreement}\n\n" : "");
        text.Append(Prose(answer.Statements, answer.Quotes));

        foreach (var (index, quote) in answer.Quotes.Index())
        {
            text.Append($"> {Words(quote)} [{index + 1}]\n\n");
        }

        text.Append(Sources(answer.Quotes.Index().Select(quote => (quote.Index + 1, quote.Item)), citedElsewhere, address));
        return AnswerWords.Notes(answer) is { } note ? $"{text}\n{note}" : text.ToString().TrimEnd('\n');
    }

    /// <summary>A quote in its marks with what leads in to it, every line after the first with the prefix of a block quote.</summary>
    private static string Words(VerifiedQuote quote)
    {
        var (before, behind) = QuotationMarks.Around(quote);
        var leadIn = quote.LeadIn is { } lead ? $" \\[{AnswerWords.LeadIn} {Words(lead)}\\]" : "";
        return before + MarkdownText.Escape(quote.Text, linePrefix: "> ") + behind + leadIn;
    }

    private static string Refused(VerifiedAnswer answer, ArticleAddress? address)
    {
        var text = new StringBuilder(answer.Sentence is { } own ? Line(own) : AnswerWords.For(answer));
        if (!answer.Closest.IsEmpty)
        {
            text.Append($"\n\n{AnswerWords.Closest}\n");
            foreach (var article in answer.Closest)
            {
                text.Append($"\n- {Line(SourceLine.Of(article, address))}");
            }
        }

        return text.ToString();
    }

    private static string Line(string words) => MarkdownText.Escape(VisibleText.OneLine(words));

    private static string Line(SourceLine source)
    {
        var title = MarkdownText.Escape(source.Title);
        title = source.Link is { } link ? $"[{title}]({MarkdownText.Destination(link)})" : title;
        return source.Details.Length == 0 ? title : $"{title} — {MarkdownText.Escape(source.Details)}";
    }

    private static string Sources(IEnumerable<(int Number, VerifiedQuote Quote)> quotes, int citedElsewhere, ArticleAddress? address) =>
        string.Concat(quotes.Where(quote => quote.Number > citedElsewhere).Select(quote => $"{quote.Number}. {Line(SourceLine.Of(quote.Quote, address))}\n"));

    private static string Prose(ImmutableArray<VerifiedStatement> statements, ImmutableArray<VerifiedQuote> quotes) => statements.IsEmpty ? ""
        : $"{string.Join(' ', statements.Select(statement => $"{Line(statement.Text)} {AnswerWords.NumbersOf(quotes, statement)}"))}\n\n";
}
