using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BriefingBot.Ingestion;

/// <summary>
/// Refuses Markdown nested so deep that reading it would end the process: Markdig limits most nesting itself, but not that of emphasis,
/// and what reads its tree calls itself once a level, until the stack overflows, which nothing can catch.
/// </summary>
internal static class MarkdownDepth
{
    /// <summary>As for pages, see <see cref="HtmlDepth"/>.</summary>
    private const int DeepestRead = 500;

    public static void RefuseBeyondReading(MarkdownDocument document)
    {
        var left = new Stack<(IMarkdownObject Node, int Depth)>([(document, 0)]);
        while (left.TryPop(out var at))
        {
            if (at.Depth > DeepestRead)
            {
                throw new UnreadableInputException("the Markdown is nested too deep to be read. Save it as .txt to have it read as it is");
            }

            IEnumerable<IMarkdownObject> children = at.Node switch
            {
                ContainerBlock blocks => blocks,
                LeafBlock { Inline: { } inline } => [inline],
                ContainerInline inlines => inlines,
                _ => [],
            };
            foreach (var child in children)
            {
                left.Push((child, at.Depth + 1));
            }
        }
    }
}
