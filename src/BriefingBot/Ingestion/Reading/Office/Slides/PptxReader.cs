using System.Collections.Immutable;
using System.Text;

namespace BriefingBot.Ingestion;

/// <summary>
/// Reads what an audience sees of a PowerPoint presentation: its slides in their order, each a page; no hidden slides, notes, comments or what stands at
/// every slide's rim.
/// </summary>
internal static class PptxReader
{
    public static ReadArticle Read(ReadOnlyMemory<byte> bytes) => Read(bytes, new());

    /// <summary>A slide without text, or a hidden one, is a page that begins where the next one does, so that slides keep their numbers.</summary>
    public static ReadArticle Read(ReadOnlyMemory<byte> bytes, ReadingBudget budget) => SafeXml.Explained(() =>
    {
        var package = new OfficePackage(bytes, budget);
        var presentation = package.MainPart("ppt/presentation.xml");
        var slides = new SlideReader(package);
        var (text, pages) = (new StringBuilder(), ImmutableArray.CreateBuilder<int>());
        foreach (var part in SlidesOf(package, presentation))
        {
            var slide = slides.TextOf(part);
            var begins = text.Length == 0 ? 0 : text.Length + 2;
            pages.Add(begins);
            if (slide.Length > 0)
            {
                text.Append(text.Length == 0 ? "" : "\n\n").Append(slide);
            }
        }

        while (pages.Count > 1 && pages[^1] >= text.Length)
        {
            pages.RemoveAt(pages.Count - 1);
        }

        var properties = package.Properties();
        return new ReadArticle(text.ToString())
        {
            Title = properties.Title,
            Author = properties.Author,
            Published = properties.Published,
            Modified = properties.Modified,
            Language = properties.Language,
            Pages = pages.ToImmutable(),
        };
    });

    private static List<string> SlidesOf(OfficePackage package, string presentation)
    {
        var relations = package.RelationsOf(presentation);
        return package.Read(presentation, xml =>
        {
            var (parts, seen) = (new List<string>(), new HashSet<string>(StringComparer.OrdinalIgnoreCase));
            xml.EachWithin("p:sldIdLst", () => xml.EachChild(_ =>
            {
                // What refers to nothing, or to a slide that has been, still counts.
                parts.Add(relations.TryGetValue(xml.Attribute("r:id") ?? "", out var relation) && seen.Add(relation.Part) ? relation.Part : "");
            }));
            return parts;
        }) ?? throw new UnreadableInputException("there is no presentation in it. Open it in PowerPoint, and save it anew as .pptx");
    }
}
