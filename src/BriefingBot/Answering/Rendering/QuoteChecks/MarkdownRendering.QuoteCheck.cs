using System.Text;

namespace BriefingBot.Answering;

public static partial class MarkdownRendering
{
    /// <summary>A quote check, without a line end behind it: words that only the given quotation has are struck out, the article's own are bold.</summary>
    /// <param name="check">The quote check.</param>
    /// <param name="citedElsewhere">As for an answer.</param>
    /// <param name="address">As for an answer.</param>
    public static string Render(QuoteCheck check, int citedElsewhere = 0, ArticleAddress? address = null)
    {
        var blocks = QuoteCheckLayout.Of(check);
        var text = new StringBuilder().AppendJoin("\n\n", blocks.Select(block => block switch
        {
            SaidBlock said => said.Text,
            QuoteBlock quote => $"> {Words(quote.Quote)} [{quote.Number}]",
            MissingBlock missing => $"{QuoteCheckWords.Missing} “{MarkdownText.Escape(VisibleText.OneLine(missing.Given))}”",
            ComparedBlock compared => $"{QuoteCheckWords.Compared} (~~{QuoteCheckWords.Given}~~, **{QuoteCheckWords.Article}**): {Compared(compared.Words)}",
            _ => throw new ArgumentException($"No text for a {block.GetType().Name}.", nameof(check)),
        }));
        return text.Append("\n\n").Append(Sources(blocks.OfType<QuoteBlock>().Select(quote => (quote.Number, quote.Quote)), citedElsewhere, address)).ToString().TrimEnd('\n');
    }

    /// <summary>The same for Web Chat.</summary>
    public static string RenderForWebChat(QuoteCheck check, ArticleAddress? address = null) => WebChatMarkdown.Keep(Render(check, address: address));

    private static string Compared(ComparedWords compared)
    {
        var text = new StringBuilder(compared.StartsInside ? "… " : "");
        foreach (var (index, run) in compared.Runs.Index())
        {
            var words = MarkdownText.Escape(VisibleText.OneLine(run.Text));
            var mark = run.By switch { ComparedBy.Given => "~~", ComparedBy.Article => "**", _ => "" };
            text.Append(index > 0 && (run.AfterBlank || Touches(compared.Runs[index - 1], run)) ? " " : "").Append(mark).Append(words).Append(mark);
        }

        return text.Append(compared.EndsInside ? " …" : "").ToString();
    }

    // A mark of emphasis between a sign and a letter would be shown instead of read (CommonMark 0.31, 6.2).
    private static bool Touches(ComparedRun before, ComparedRun run) =>
        (before.By != ComparedBy.Both && !char.IsLetterOrDigit(before.Text[^1])) || (run.By != ComparedBy.Both && !char.IsLetterOrDigit(run.Text[0]));
}
