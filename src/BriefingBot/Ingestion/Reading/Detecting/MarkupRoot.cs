namespace BriefingBot.Ingestion;

/// <summary>Tells pages and feeds by their first element.</summary>
internal static class MarkupRoot
{
    private const string Blanks = " \t\r\n\f\uFEFF";

    /// <summary>Null where no element begins the text that only a page or a feed begins with; Markdown and text may begin with others.</summary>
    public static InputFormat? FormatOf(ReadOnlySpan<char> head)
    {
        var rest = head.TrimStart(Blanks);
        while (rest.StartsWith("<?") || rest.StartsWith("<!"))
        {
            if (rest.StartsWith("<!doctype", StringComparison.OrdinalIgnoreCase) && rest[9..].TrimStart(Blanks).StartsWith("html", StringComparison.OrdinalIgnoreCase))
            {
                return InputFormat.Html;
            }

            rest = Behind(rest).TrimStart(Blanks);
        }

        return rest.StartsWith("<") ? OfTag(rest[1..]) : null;
    }

    /// <summary>Behind an instruction, a comment or a declaration, which may have others within brackets.</summary>
    private static ReadOnlySpan<char> Behind(ReadOnlySpan<char> markup)
    {
        var (skipped, end) = markup.StartsWith("<?") ? (2, "?>") : markup.StartsWith("<!--") ? (4, "-->") : (2, ">");
        if (end == ">" && markup.IndexOf('[') is > 0 and var bracket && bracket < markup.IndexOf('>'))
        {
            skipped = Math.Max(bracket, markup.IndexOf("]"));
        }

        var at = markup[skipped..].IndexOf(end);
        return at < 0 ? [] : markup[(skipped + at + end.Length)..];
    }

    private static InputFormat? OfTag(ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf('>');
        var tag = end < 0 ? rest : rest[..end];
        var nameEnd = tag.IndexOfAny(" \t\r\n/");
        var name = (nameEnd < 0 ? tag : tag[..nameEnd]).ToString();
        var local = name[(name.IndexOf(':') + 1)..];
        return local.ToUpperInvariant() switch
        {
            "HTML" or "HEAD" or "BODY" => InputFormat.Html,
            "RSS" => InputFormat.Feed,
            "FEED" or "ENTRY" when tag.Contains("w3.org/2005/Atom", StringComparison.Ordinal) => InputFormat.Feed,
            "RDF" when tag.Contains("purl.org/rss/", StringComparison.Ordinal) || tag.Contains("my.netscape.com/rdf/", StringComparison.Ordinal) => InputFormat.Feed,
            _ => null,
        };
    }
}
