using System.Collections.Immutable;
using System.Globalization;
using BriefingBot.Answering;
using BriefingBot.Articles;

namespace BriefingBot.Web.Articles;

/// <summary>Where an article is read on our own pages. Ids are arbitrary strings, so they travel as a parameter, never as a part of the path.</summary>
internal static class ArticleAddresses
{
    public const string Path = "/articles";
    public const string Id = "id";
    public const string Version = "v";
    public const string Quoted = "q";

    /// <summary>An article, in a version, with these words marked; without the place on the page.</summary>
    public static string Of(string id, int? version = null, params ImmutableArray<TextSpan> quoted)
    {
        var address = $"{Path}?{Id}={Uri.EscapeDataString(id)}";
        address += version is { } number ? string.Create(CultureInfo.InvariantCulture, $"&{Version}={number}") : "";
        return address + string.Concat(quoted.Select(span => $"&{Quoted}={span}"));
    }

    /// <summary>The addresses of an answer's sources: each has all quotes of its article marked, and leads to the one that was asked for.</summary>
    public static ArticleAddress Among(IEnumerable<VerifiedQuote> quotes) => (id, version, quoted) =>
    {
        var spans = SpansOf(id, version, quoted, quotes);
        return Of(id, version, spans) + Place(spans, quoted);
    };

    /// <summary>A quote's span and those of the others that stand in the same version of its article.</summary>
    public static ImmutableArray<TextSpan> SpansOf(string id, int version, TextSpan? quoted, IEnumerable<VerifiedQuote> others) => quoted is not { } span ? [] : QuotedSpans.InOrder(
        [span, .. others.Where(other => other.Article.Id == id && other.Article.Version == version).Select(other => other.Span)]);

    /// <summary>The fragment that leads to a quote on the page.</summary>
    public static string Place(ImmutableArray<TextSpan> spans, TextSpan? quoted) =>
        quoted is { } span && spans.Index().FirstOrDefault(other => other.Item.Contains(span)) is var (index, _) ? $"#{QuoteMark.Id(index)}" : "";
}
