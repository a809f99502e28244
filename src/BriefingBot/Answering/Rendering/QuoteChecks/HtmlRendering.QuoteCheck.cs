using System.Text;

namespace BriefingBot.Answering;

public static partial class HtmlRendering
{
    /// <summary>A quote check, for whoever puts it elsewhere: as an answer, with <c>del</c> and <c>ins</c> around words that only one text has.</summary>
    public static string Render(QuoteCheck check) => Checked(check, address: null);

    /// <summary>A quote check for our own pages: titles lead to the article as it is stored, with the quoted words marked.</summary>
    public static string Render(QuoteCheck check, ArticleAddress address) => Checked(check, address);

    private static string Checked(QuoteCheck check, ArticleAddress? address) => string.Join('\n', QuoteCheckLayout.Of(check).Select(block => block switch
    {
        SaidBlock said => $"<p>{Escape(said.Text)}</p>",
        QuoteBlock { Quote: var quote, Number: var number } =>
            $"<figure>\n<blockquote><p>{Words(quote)}</p></blockquote>\n<figcaption><span>[{number}]</span> {Line(SourceLine.Of(quote), address?.Invoke(quote.Article.Id, quote.Article.Version, quote.Span))}</figcaption>\n</figure>",
        MissingBlock missing => $"<p>{QuoteCheckWords.Missing} “{Bdi(missing.Given)}”</p>",
        ComparedBlock compared => $"<p>{QuoteCheckWords.Compared} (<del>{QuoteCheckWords.Given}</del>, <ins>{QuoteCheckWords.Article}</ins>): {Compared(compared.Words)}</p>",
        _ => throw new ArgumentException($"No text for a {block.GetType().Name}.", nameof(check)),
    }));

    private static string Compared(ComparedWords compared)
    {
        var html = new StringBuilder(compared.StartsInside ? "… " : "");
        foreach (var (index, run) in compared.Runs.Index())
        {
            var words = OfArticle(VisibleText.OneLine(run.Text));
            html.Append(index > 0 && run.AfterBlank ? " " : "").Append(run.By switch
            {
                ComparedBy.Given => $"<del>{words}</del>",
                ComparedBy.Article => $"<ins>{words}</ins>",
                _ => words,
            });
        }

        return html.Append(compared.EndsInside ? " …" : "").ToString();
    }
}
