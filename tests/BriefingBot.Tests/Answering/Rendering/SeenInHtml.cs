using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace BriefingBot.Tests.Answering;

/// <summary>Reads the HTML fragment as a browser does; a <c>br</c> is a line end.</summary>
internal static class SeenInHtml
{
    public static Seen Read(string html)
    {
        var seen = Seen.Nothing;
        foreach (var node in new HtmlParser().ParseDocument(html).Body!.ChildNodes)
        {
            switch (node)
            {
                case IElement { LocalName: "blockquote" } quote:
                    seen.Quotes.Add(Text(quote, ["p", "bdi", "br"]));
                    break;
                case IElement { LocalName: "ol" or "ul" } list:
                    Assert.All(list.Children, item => Assert.Equal("li", item.LocalName));
                    seen.Sources.AddRange(list.Children.Select(item => Text(item, ["cite", "a", "bdi"])));
                    seen.Links.AddRange(list.QuerySelectorAll("a").Select(link => (Text(link, ["bdi"]), link.GetAttribute("href")!)));
                    break;
                case IElement { LocalName: "p" } note:
                    seen.Notes.Add(Text(note, []));
                    break;
                case IText blank when string.IsNullOrWhiteSpace(blank.Data):
                    break;
                default:
                    throw new InvalidDataException($"A {node.NodeName} in an answer.");
            }
        }

        return seen;
    }

    private static string Text(IElement element, string[] allowed) => string.Concat(element.ChildNodes.Select(node => node switch
    {
        IText text => text.Data,
        IElement { LocalName: "br" } when allowed.Contains("br") => "\n",
        IElement inner when allowed.Contains(inner.LocalName) && inner.Attributes.All(attribute => inner.LocalName == "a" && attribute.Name == "href") => Text(inner, allowed),
        _ => throw new InvalidDataException($"A {node.NodeName} in article text."),
    }));
}
