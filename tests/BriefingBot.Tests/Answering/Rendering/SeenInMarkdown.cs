using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace BriefingBot.Tests.Answering;

/// <summary>Reads Markdown as CommonMark, or with what Teams and Web Chat add to it.</summary>
internal static class SeenInMarkdown
{
    public static MarkdownPipeline CommonMark { get; } = new MarkdownPipelineBuilder().Build();

    public static MarkdownPipeline WithExtensions { get; } = new MarkdownPipelineBuilder()
        .UsePipeTables().UseGridTables().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseTaskLists().UseAutoLinks()
        .UseDefinitionLists().UseFootnotes().UseAlertBlocks().Build();

    /// <summary>As Web Chat sets it: quotes, dashes and points become a typographer's, unless they are escaped.</summary>
    public static MarkdownPipeline WithTypographer { get; } = new MarkdownPipelineBuilder().UseSmartyPants().UseAutoLinks().Build();

    public static Seen Read(string markdown, MarkdownPipeline pipeline)
    {
        var seen = Seen.Nothing;
        foreach (var block in Markdown.Parse(markdown, pipeline))
        {
            switch (block)
            {
                case QuoteBlock quote when quote.GetType() == typeof(QuoteBlock):
                    seen.Quotes.Add(string.Join("\n\n", quote.Select(paragraph => Text((ParagraphBlock)paragraph, links: null))));
                    break;
                case ListBlock list:
                    seen.Sources.AddRange(list.Cast<ListItemBlock>().Select(item => Text((ParagraphBlock)item.Single(), seen.Links)));
                    Assert.True(!list.IsOrdered || list.OrderedStart == "1", "The sources do not start at 1.");
                    break;
                case ParagraphBlock note:
                    seen.Notes.Add(Text(note, links: null));
                    break;
                case LinkReferenceDefinitionGroup { Count: 0 }:
                    break;
                default:
                    throw new InvalidDataException($"A {block.GetType().Name} in an answer.");
            }
        }

        return seen;
    }

    private static string Text(ParagraphBlock paragraph, List<(string Text, string Url)>? links) => Text(paragraph.Inline!, links);

    private static string Text(ContainerInline inlines, List<(string Text, string Url)>? links) => string.Concat(inlines.Select(inline => inline switch
    {
        LiteralInline literal => literal.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LineBreakInline { IsHard: true } => "\n",
        LinkInline { IsImage: false, IsAutoLink: false, Title: null or "" } link when links is not null => Linked(link, links),
        _ => throw new InvalidDataException($"A {inline.GetType().Name} in article text."),
    }));

    private static string Linked(LinkInline link, List<(string Text, string Url)> links)
    {
        var text = Text(link, links: null);
        links.Add((text, link.Url!));
        return text;
    }
}
