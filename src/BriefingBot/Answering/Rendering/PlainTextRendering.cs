using System.Collections.Immutable;
using System.Text;
using BriefingBot.Texts;

namespace BriefingBot.Answering;

/// <summary>
/// Renders an answer as plain text for a terminal or a log. Every line of a quote starts with <c>&gt; </c> and no other line does, so no
/// quote can pass for a source or for another quote. Control characters are drawn, and directional ones closed, by <see cref="VisibleText"/>.
/// </summary>
public static partial class PlainTextRendering
{
    /// <summary>The whole answer, without a line end behind it.</summary>
    public static string Render(VerifiedAnswer answer) => Understood(answer.UnderstoodAs) + (answer.Refusal is null ? Answered(answer) : Refused(answer));

    /// <summary>One quote or passage by itself, without its source.</summary>
    public static string Render(VerifiedQuote quote)
    {
        return $"> {Words(quote)}{(quote.LeadIn is { } leadIn ? $" [{AnswerWords.LeadIn} {Words(leadIn)}]" : "")}";

        static string Words(VerifiedQuote quote)
        {
            var (before, behind) = QuotationMarks.Around(quote);
            return before + string.Join("\n> ", quote.Text.Split('\n').Select(Isolated)) + behind;
        }
    }

    /// <summary>
    /// A quote to be put elsewhere: its words in quotation marks, then source and version, then the publisher's address or, where none is known,
    /// <paramref name="address"/>'s.
    /// </summary>
    public static string Cite(VerifiedQuote quote, ArticleAddress? address)
    {
        var source = SourceLine.Of(quote);
        var (before, behind) = QuotationMarks.Around(quote);
        var words = before + string.Join('\n', quote.Text.Split('\n').Select(Isolated)) + behind;
        var link = source.Link?.AbsoluteUri ?? address?.Invoke(quote.Article.Id, quote.Article.Version, quote.Span);
        return $"{words}\n— {Line(source with { Link = null })}, {ReaderText.Of("Answer_Version", quote.Article.Version)}{(link is null ? "" : $"\n{link}")}";
    }

    private static string Understood(string? words) => words is not null ? $"{AnswerWords.UnderstoodAs} {Isolated(VisibleText.OneLine(words))}\n\n" : "";

    private static string Answered(VerifiedAnswer answer)
    {
        var text = new StringBuilder(answer.Disagreement ? $"{AnswerWords.Disagreement}\n\n" : "");
        text.Append(Prose(answer.Statements, answer.Quotes));

        foreach (var (index, quote) in answer.Quotes.Index())
        {
            text.Append($"{Render(quote)} [{index + 1}]\n\n");
        }

        foreach (var (index, quote) in answer.Quotes.Index())
        {
            text.Append($"[{index + 1}] {Line(SourceLine.Of(quote))}\n");
        }

        return AnswerWords.Notes(answer) is { } note ? $"{text}\n{note}" : text.ToString().TrimEnd('\n');
    }

    private static string Refused(VerifiedAnswer answer)
    {
        var text = new StringBuilder(answer.Sentence is { } own ? Isolated(VisibleText.OneLine(own)) : AnswerWords.For(answer));
        if (!answer.Closest.IsEmpty)
        {
            text.Append($"\n\n{AnswerWords.Closest}");
            foreach (var article in answer.Closest)
            {
                text.Append($"\n- {Line(SourceLine.Of(article))}");
            }
        }

        return text.ToString();
    }

    private static string Line(SourceLine source)
    {
        string[] details = [Isolated(source.Details), source.Link?.AbsoluteUri ?? ""];
        var known = string.Join(", ", details.Where(detail => detail.Length > 0));
        return known.Length == 0 ? Isolated(source.Title) : $"{Isolated(source.Title)} — {known}";
    }

    private static string Isolated(string line)
    {
        var (before, behind) = VisibleText.Isolation(line);
        return before + VisibleText.Of(line) + behind;
    }

    private static string Prose(ImmutableArray<VerifiedStatement> statements, ImmutableArray<VerifiedQuote> quotes) => statements.IsEmpty ? ""
        : $"{string.Join(' ', statements.Select(statement => $"{VisibleText.OneLine(statement.Text)} {AnswerWords.NumbersOf(quotes, statement)}"))}\n\n";
}
