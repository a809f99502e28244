using System.Text;

namespace BriefingBot.Answering;

public static partial class HtmlRendering
{
    /// <summary>A digest, for whoever puts it elsewhere: each development's days in an <c>h3</c>, its quotes in figures that their sources caption.</summary>
    public static string Render(Digest digest) => Written(digest, address: null);

    /// <summary>A digest for our own pages: titles lead to the article as it is stored, with the quoted words marked.</summary>
    public static string Render(Digest digest, ArticleAddress address) => Written(digest, address);

    private static string Written(Digest digest, ArticleAddress? address)
    {
        if (digest.Refusal is { } refusal)
        {
            return Understood(digest.UnderstoodAs) + Refused(refusal, address);
        }

        var html = new StringBuilder(Understood(digest.UnderstoodAs) + Prose(digest.Statements, digest.Quotes));
        var number = 0;
        foreach (var development in digest.Developments)
        {
            html.Append($"<h3>{Escape(DigestWords.Heading(development))}</h3>\n");
            foreach (var quote in development.Quotes)
            {
                var source = Line(SourceLine.Of(quote), address?.Invoke(quote.Article.Id, quote.Article.Version, quote.Span));
                html.Append($"<figure>\n<blockquote><p>{Words(quote)}</p></blockquote>\n<figcaption><span>[{++number}]</span> {source}</figcaption>\n</figure>\n");
            }
        }

        return AnswerWords.Notes(digest) is { } note ? $"{html}<p>{Escape(note)}</p>" : html.ToString().TrimEnd('\n');
    }
}
