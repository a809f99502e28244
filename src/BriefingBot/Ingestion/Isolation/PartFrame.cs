using System.Collections.Immutable;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>A part as the content of a frame: text and metadata, and nothing else can be written in it.</summary>
internal static class PartFrame
{
    // What is longer is cut off or refused later on; this only keeps a process that lost its way from filling the memory.
    private const int LongestName = 100_000;
    private const int Most = 1_000_000;

    public static ReadOnlyMemory<byte> Of(ReadPart part)
    {
        var fields = new FieldWriter(expected: (2 * (part.Article?.Text.Length ?? 0)) + 1_024);
        fields.Text(part.Name);
        fields.Text(part.Problem);
        fields.Text(part.Article?.Text);
        if (part.Article is { } article)
        {
            string?[] names = [article.Id, article.Title, article.Source, article.Author, article.Url?.OriginalString, article.Language];
            fields.Each(names, fields.Text);
            Write(fields, article.Published);
            Write(fields, article.Modified);
            fields.Each(article.Pages, page => fields.Number(page));
            fields.Each(article.Labels, fields.Text);
            fields.Each(article.Groups, fields.Text);
        }

        return fields.Content;
    }

    /// <summary>Throws <see cref="InvalidDataException"/> unless it is a part that a reader may give.</summary>
    public static ReadPart Read(ReadOnlyMemory<byte> content)
    {
        var fields = new FieldReader(content);
        var (name, problem) = (fields.Text(LongestName), fields.Text(LongestName));
        var article = fields.Text(InputBytes.Largest) is { } text ? ReadArticle(fields, text) : null;
        return name is not null && fields.IsAtEnd && (article is null ? !string.IsNullOrWhiteSpace(problem) : problem is null)
            ? new(name, article, problem)
            : throw FieldReader.Nonsense();
    }

    private static ReadArticle ReadArticle(FieldReader fields, string text) => fields.Each(6, () => fields.Text(LongestName)) is [var id, var title, var source, var author, var url, var language]
        ? new(text)
        {
            Id = id,
            Title = title,
            Source = source,
            Author = author,
            Url = url is null ? null : WebAddress.ParseOrNull(url) ?? throw FieldReader.Nonsense(),
            Language = language,
            Published = ReadDate(fields),
            Modified = ReadDate(fields),
            Pages = ReadPages(fields, text.Length),
            Labels = ReadNames(fields),
            Groups = ReadNames(fields),
        }
        : throw FieldReader.Nonsense();

    private static void Write(FieldWriter fields, PublicationDate? date)
    {
        fields.Number(date is null ? 0 : date.Value.HasTime ? 2 : 1);
        fields.Number(date?.Moment.Ticks ?? 0);
        fields.Number((long)(date?.Moment.Offset.TotalMinutes ?? 0));
    }

    private static PublicationDate? ReadDate(FieldReader fields)
    {
        var (form, ticks, offset) = (fields.Number(0, 2), fields.Number(), fields.Number(-14 * 60, 14 * 60));
        try
        {
            return form == 0 ? null : new(new DateTimeOffset(ticks, TimeSpan.FromMinutes(offset)), HasTime: form == 2);
        }
        catch (ArgumentException)
        {
            throw FieldReader.Nonsense();
        }
    }

    private static ImmutableArray<int> ReadPages(FieldReader fields, int length)
    {
        var pages = fields.Each(Most, () => fields.Number(0, length));
        return pages is [] or [0, ..] && pages.AsSpan().SequenceEqual(pages.Order().ToArray()) ? [.. pages] : throw FieldReader.Nonsense();
    }

    private static ImmutableArray<string> ReadNames(FieldReader fields) => [.. fields.Each(Most, () => fields.Text(LongestName) ?? throw FieldReader.Nonsense())];
}
