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
                case IElement { LocalName: "figure" } figure:
                    ReadFigure(figure, seen);
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

    /// <summary>A quote with the source that captions it; the number stands in the caption.</summary>
    private static void ReadFigure(IElement figure, Seen seen)
    {
        Assert.Equal(["blockquote", "figcaption"], figure.Children.Select(child => child.LocalName));
        var number = figure.Children[1].Children[0];
        seen.Quotes.Add($"{Text(figure.Children[0], ["p", "bdi", "br"])} {number.TextContent}");
        number.Remove();
        seen.Sources.Add(Text(figure.Children[1], ["cite", "a", "bdi"]).Trim());
        seen.Links.AddRange(figure.QuerySelectorAll("a").Select(link => (Text(link, ["bdi"]), link.GetAttribute("href")!)));
    }

    private static string Text(IElement element, string[] allowed) => string.Concat(element.ChildNodes.Select(node => node switch
    {
        IText text => text.Data,
        IElement { LocalName: "br" } when allowed.Contains("br") => "\n",
        IElement inner when allowed.Contains(inner.LocalName) && inner.Attributes.All(attribute => inner.LocalName == "a" && attribute is { Name: "href" } or { Name: "rel", Value: "noreferrer" }) => Text(inner, allowed),
        _ => throw new InvalidDataException($"A {node.NodeName} in article text."),
    }));
}
