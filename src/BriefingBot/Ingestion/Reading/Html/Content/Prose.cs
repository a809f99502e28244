using AngleSharp.Dom;

namespace BriefingBot.Ingestion;

/// <summary>How much text each element of a page has, within links and without, so that lists of links are told from prose.</summary>
internal sealed class Prose
{
    private readonly Dictionary<INode, (int Plain, int Linked)> lengths = [];

    private Prose()
    {
    }

    /// <summary>Measured once: what is removed later still counts for what was around it.</summary>
    public static Prose Of(INode root)
    {
        var prose = new Prose();
        prose.Measure(root, linked: false);
        return prose;
    }

    /// <summary>Characters that are no blanks.</summary>
    public int Length(INode node) => lengths.TryGetValue(node, out var length) ? length.Plain + length.Linked : 0;

    /// <summary>Those outside of links.</summary>
    public int Plain(INode node) => lengths.TryGetValue(node, out var length) ? length.Plain : 0;

    public double LinkShare(INode node) => Length(node) is > 0 and var length ? 1 - ((double)Plain(node) / length) : 0;

    private (int Plain, int Linked) Measure(INode node, bool linked)
    {
        var (plain, inLinks) = (0, 0);
        foreach (var child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    var length = text.Data.Count(c => !char.IsWhiteSpace(c));
                    (plain, inLinks) = linked ? (plain, inLinks + length) : (plain + length, inLinks);
                    break;
                case IElement element when element.LocalName is not ("script" or "style" or "noscript" or "template"):
                    var (itsPlain, itsLinked) = Measure(element, linked || element.LocalName == "a");
                    (plain, inLinks) = (plain + itsPlain, inLinks + itsLinked);
                    break;
            }
        }

        return lengths[node] = (plain, inLinks);
    }
}
