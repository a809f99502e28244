using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace BriefingBot.Tests.Support;

/// <summary>A page as a browser without script has it.</summary>
internal sealed class SeenPage(HttpResponseMessage response, string html)
{
    public HttpResponseMessage Response { get; } = response;

    public string Html { get; } = html;

    public IDocument Document { get; } = new HtmlParser().ParseDocument(html);

    /// <summary>The text of everything that a selector finds, a <c>br</c> read as a line end.</summary>
    public IReadOnlyList<string> Texts(string selector) => [.. Document.QuerySelectorAll(selector).Select(Text)];

    public string Text(string selector) => Assert.Single(Texts(selector));

    public IReadOnlyList<string> Links(string selector) => [.. Document.QuerySelectorAll(selector).Select(link => link.GetAttribute("href")!)];

    public static string Text(IElement element) => string.Concat(element.GetNodes<INode>().Select(node => node switch
    {
        IText text => text.Data,
        IElement { LocalName: "br" } => "\n",
        _ => "",
    }));
}
