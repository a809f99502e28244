using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace BriefingBot.Ingestion;

/// <summary>Leaves out of a mail's HTML what mail programs mark as quoted from another mail, and the signature.</summary>
internal static class QuotedHtml
{
    private const string Marked =
        "blockquote[type=cite], .gmail_quote, .gmail_quote_container, .gmail_extra, .gmail_signature, .yahoo_quoted, .protonmail_quote, .protonmail_signature_block, "
        + ".moz-cite-prefix, .moz-signature, #mail-editor-reference-message-container, #yahoo_quoted, #Signature, [id^=ms-outlook-mobile-signature]";

    // Outlook on the web puts what is replied to behind this, beside it.
    private const string Divider = "#divRplyFwdMsg, #appendonsend";

    public static string LeaveOut(string html)
    {
        HtmlDepth.RefuseBeyondParsing(html);
        var page = new HtmlParser().ParseDocument(html);
        HtmlDepth.RefuseBeyondReading(page);
        var marked = page.QuerySelectorAll(Marked).ToList();
        var behind = page.QuerySelectorAll(Divider).SelectMany(divider => Behind(divider).Append(divider)).ToList();
        if (marked.Count + behind.Count == 0)
        {
            return html;
        }

        foreach (var node in marked.Concat(behind))
        {
            node.Parent?.RemoveChild(node);
        }

        return page.Body?.InnerHtml ?? "";
    }

    private static IEnumerable<INode> Behind(INode node)
    {
        for (var next = node.NextSibling; next is not null; next = next.NextSibling)
        {
            yield return next;
        }
    }
}
