using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Syntax;

namespace BriefingBot.Ingestion;

/// <summary>Reads Markdown (CommonMark with pipe tables, task lists, footnotes and strike-through), with front matter where it has any.</summary>
internal static class MarkdownReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseFootnotes()
        .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
        .Build();

    public static ReadArticle Read(string markdown)
    {
        // Markdown makes U+FFFD of NUL, which canonical text drops.
        var frontMatter = FrontMatter.Of(markdown.Replace("\0", "", StringComparison.Ordinal), out var body);
        var document = Parse(body);
        var article = frontMatter.Describe(new ReadArticle(MarkdownWalk.Of(document)) { Title = TitleOf(document) });
        return article.Groups.IsEmpty && RestrictedFrontMatter.NamesGroups(markdown)
            ? throw new UnreadableInputException("its front matter names groups in a form that is not read. Write 'groups: [one, two]' at the start of a line between two lines of ---")
            : article;
    }

    private static MarkdownDocument Parse(string body)
    {
        MarkdownCost.RefuseBeyondParsing(body);
        try
        {
            var document = Markdown.Parse(body, Pipeline);
            MarkdownDepth.RefuseBeyondReading(document);
            return document;
        }
        catch (Exception e) when (e is not UnreadableInputException and not OutOfMemoryException)
        {
            // Text that breaks a parser of others, such as one nested too deep for it, is a bad article, not a fault of the host.
            throw new UnreadableInputException("the Markdown cannot be made sense of. Save it as .txt to have it read as it is", e);
        }
    }

    private static string? TitleOf(MarkdownDocument document)
    {
        var headings = document.Descendants<HeadingBlock>().Select(heading => (heading.Level, Text: MarkdownWalk.OnOneLine(heading)))
            .Where(heading => heading.Text.Length > 0)
            .ToList();
        return headings.Find(heading => heading.Level == 1).Text ?? headings.FirstOrDefault().Text;
    }
}
