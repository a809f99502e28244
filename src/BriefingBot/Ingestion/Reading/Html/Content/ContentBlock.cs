using AngleSharp.Dom;

namespace BriefingBot.Ingestion;

/// <summary>
/// A run of text that a reader sees as one block: a paragraph, a heading, a list item, or what stands loose between such. Two line breaks part
/// one as well, since many pages write paragraphs so.
/// </summary>
internal sealed record ContentBlock(IReadOnlyList<INode> Nodes, string Tag)
{
    private static readonly HashSet<string> Apart = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "ul", "html",
    };

    /// <summary>On one line.</summary>
    public string Text { get; } = TextBlockWriter.OnOneLine(string.Concat(Nodes.Select(TextOf)).Replace('\u00A0', ' '));

    /// <summary>The share of its characters that are links.</summary>
    public double LinkShare => Nodes.Sum(node => TextOf(node).Length) is > 0 and var all ? (double)Nodes.Sum(LinkedLength) / all : 0;

    public bool IsHeading => Tag is ['h', >= '1' and <= '6'];

    /// <summary>The blocks of an element that have words, in order. A table and what is preformatted are one block each.</summary>
    public static List<ContentBlock> Of(INode content)
    {
        var blocks = new List<ContentBlock>();
        Collect(content, blocks);
        return blocks;
    }

    public void Remove()
    {
        foreach (var node in Nodes)
        {
            node.Parent?.RemoveChild(node);
        }
    }

    private static void Collect(INode parent, List<ContentBlock> blocks)
    {
        var loose = new List<INode>();
        var tag = parent is IElement element ? element.LocalName : "";
        foreach (var child in parent.ChildNodes)
        {
            if (child is IElement { LocalName: "script" or "style" or "noscript" or "template" or "figcaption" } or IComment)
            {
                continue;
            }

            if (child is IElement { LocalName: "br" } && loose.FindLast(node => !string.IsNullOrWhiteSpace(node.TextContent) || node.NodeName == "BR")?.NodeName == "BR")
            {
                Close();
            }
            else if (child is IElement { LocalName: "table" or "pre" } whole)
            {
                Close();
                Add([whole], whole.LocalName);
            }
            else if (child is IElement block && (Apart.Contains(block.LocalName) || block.Children.Any(HoldsBlocks)))
            {
                Close();
                Collect(block, blocks);
            }
            else
            {
                loose.Add(child);
            }
        }

        Close();

        void Close()
        {
            Add([.. loose], tag);
            loose.Clear();
        }

        void Add(IReadOnlyList<INode> nodes, string of)
        {
            var added = new ContentBlock(nodes, of);
            if (added.Text.Length > 0)
            {
                blocks.Add(added);
            }
        }
    }

    private static bool HoldsBlocks(IElement element) => Apart.Contains(element.LocalName) || element.Children.Any(HoldsBlocks);

    private static string TextOf(INode node) => node switch
    {
        IText text => text.Data,
        IElement { LocalName: "script" or "style" or "noscript" or "template" } => "",
        IElement { LocalName: "br" or "td" or "th" or "tr" } separating => $" {string.Concat(separating.ChildNodes.Select(TextOf))}",
        _ => string.Concat(node.ChildNodes.Select(TextOf)),
    };

    private static int LinkedLength(INode node) => node is IElement { LocalName: "a" } ? TextOf(node).Length : node.ChildNodes.Sum(LinkedLength);
}
