using System.Globalization;
using Markdig.Extensions.Tables;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BriefingBot.Ingestion;

/// <summary>
/// The words of Markdown without its marks: blocks apart by a blank line, list items and table rows on lines of their own, cells joined
/// by <c> | </c>, code as it stands. Tags are dropped and what they mark is kept.
/// </summary>
internal sealed class MarkdownWalk
{
    private readonly TextBlockWriter writer = new();

    private MarkdownWalk()
    {
    }

    public static string Of(Block block)
    {
        var text = new MarkdownWalk();
        text.Block(block);
        return text.writer.ToString();
    }

    public static string OnOneLine(Block block) => TextBlockWriter.OnOneLine(Of(block));

    private void Block(Block block)
    {
        switch (block)
        {
            case CodeBlock code:
                writer.Block();
                writer.Verbatim(code.Lines.ToString());
                writer.Block();
                break;
            case HtmlBlock html:
                writer.Block();
                writer.Verbatim(HtmlReader.TextOfFragment(html.Lines.ToString()));
                writer.Block();
                break;
            case TableRow row:
                writer.Row(row.Select(Of));
                break;
            case ListBlock list:
                writer.Block();
                List(list);
                writer.Block();
                break;
            case LinkReferenceDefinitionGroup:
                break;
            case ContainerBlock container:
                writer.Block();
                Blocks(container);
                writer.Block();
                break;
            case LeafBlock { Inline: { } inline }:
                writer.Block();
                Inlines(inline);
                if (OnlyImagesIn(inline))
                {
                    AlternativeTexts(inline);
                }

                writer.Block();
                break;
        }
    }

    private void Blocks(ContainerBlock container)
    {
        foreach (var block in container)
        {
            Block(block);
        }
    }

    private void List(ListBlock list)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            writer.Line();
            var marker = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{item.Order}. ") : "- ";
            writer.Within(marker, () => Blocks(item));
            writer.Line();
        }
    }

    private void Inlines(ContainerInline container)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LiteralInline literal:
                    writer.Flowing(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    writer.Flowing(code.Content);
                    break;
                case HtmlEntityInline entity:
                    writer.Flowing(entity.Transcoded.AsSpan());
                    break;
                case AutolinkInline link:
                    writer.Flowing(link.Url);
                    break;
                case LineBreakInline { IsHard: true }:
                    writer.Break();
                    break;
                case HtmlInline { Tag: var tag } when tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase):
                    writer.Break();
                    break;
                case LineBreakInline:
                    writer.Flowing(" ");
                    break;
                case LinkInline { IsImage: true }:
                    break;
                case DelimiterInline delimiter:
                    writer.Flowing(delimiter.ToLiteral());
                    Inlines(delimiter);
                    break;
                case ContainerInline inner:
                    Inlines(inner);
                    break;
            }
        }
    }

    private static bool OnlyImagesIn(ContainerInline container) => container.Descendants().All(inline =>
        inline is ContainerInline or LineBreakInline or HtmlInline or TaskList
        || (inline is LiteralInline literal && (literal.Content.IsEmptyOrWhitespace() || IsInImage(literal))));

    private static bool IsInImage(Inline inline)
    {
        for (var parent = inline.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline { IsImage: true })
            {
                return true;
            }
        }

        return false;
    }

    private void AlternativeTexts(ContainerInline container)
    {
        foreach (var image in container.Descendants<LinkInline>().Where(link => link.IsImage))
        {
            Inlines(image);
            writer.Flowing(" ");
        }
    }
}
