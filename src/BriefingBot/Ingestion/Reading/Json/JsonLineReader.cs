using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>
/// Reads one article from one line, a JSON object: <c>{id?, title, text, url?, source?, author?, published?, labels?, groups?}</c>.
/// A null is an absent field, and fields of other names are ignored. What these fields hold is taken strictly, and a field given twice is
/// refused: an article meant for a few must never be read as open to everybody.
/// </summary>
internal static class JsonLineReader
{
    private const string Fields = "An article has title and text, and may have id, url, source, author, published, labels and groups";

    // Depth costs the reader a bit a level, and what lies deep is skipped.
    private static readonly JsonReaderOptions Options = new() { MaxDepth = 100_000 };

    public static ReadArticle Read(ReadOnlySpan<byte> line)
    {
        var mark = ByteOrderMark.At(line);
        var utf8 = mark is null && Utf8.IsValid(line) ? line : Encoding.UTF8.GetBytes(TextDecoding.Decode(line));
        var reader = new Utf8JsonReader(utf8, Options);
        try
        {
            return ReadObject(ref reader);
        }
        catch (JsonException e)
        {
            var reason = e.Message.Split(" LineNumber:")[0].TrimEnd('.');
            throw new UnreadableInputException($"the line is not valid JSON, at byte {e.BytePositionInLine + 1}: {reason}", e);
        }
    }

    private static ReadArticle ReadObject(ref Utf8JsonReader reader)
    {
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new UnreadableInputException("the line is not a JSON object. Write one article a line, as {\"title\": \"…\", \"text\": \"…\"}");
        }

        var article = new ReadArticle("");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = JsonString.At(in reader);
            if (!seen.Add(name))
            {
                throw new UnreadableInputException($"the field '{name}' is given twice. Keep one");
            }

            reader.Read();
            article = ReadField(article, name, ref reader);
        }

        // Throws when something follows the object.
        reader.Read();
        return Whole(article);
    }

    private static ReadArticle ReadField(ReadArticle article, string name, ref Utf8JsonReader reader)
    {
        switch (name)
        {
            case "id":
                return article with { Id = Id(ref reader) };
            case "title":
                return article with { Title = Title(Text(name, ref reader)) };
            case "text":
                return article with { Text = Text(name, ref reader) ?? "" };
            case "source":
                return article with { Source = Name(name, ref reader) };
            case "author":
                return article with { Author = Name(name, ref reader) };
            case "url":
                return article with { Url = Url(Name(name, ref reader)) };
            case "published":
                return article with { Published = Published(Name(name, ref reader)) };
            case "labels":
                return article with { Labels = [.. Texts(name, ref reader).Where(label => !string.IsNullOrWhiteSpace(label))] };
            case "groups":
                return article with { Groups = Groups(Texts(name, ref reader)) };
            case var _ when GroupsName.IsMeantBy(name):
                // Ignoring it would open to everybody an article that was meant for a few.
                throw new UnreadableInputException($"the field '{name}' must be written 'groups', or be left out if it does not say who may read the article");
            default:
                reader.Skip();
                return article;
        }
    }

    private static ReadArticle Whole(ReadArticle article) => article switch
    {
        _ when string.IsNullOrEmpty(CanonicalText.OneLine(article.Title ?? "")) =>
            throw new UnreadableInputException($"the field 'title' is missing or blank. {Fields}"),
        _ when !ReadArticle.HasWords(article.Text) => throw new UnreadableInputException($"the field 'text' is missing or blank. {Fields}"),
        _ => article,
    };

    private static string? Title(string? title) => title?.Length > ArticleLimits.LongestTitle
        ? throw new UnreadableInputException(ArticleLimits.TooLong("title", title.Length, ArticleLimits.LongestTitle))
        : title;

    private static string? Id(ref Utf8JsonReader reader)
    {
        // A number is kept digit by digit: a double would make another id of a long one.
        var id = reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(reader.ValueSpan) : Text("id", ref reader);
        return id is null || !string.IsNullOrWhiteSpace(id)
            ? id
            : throw new UnreadableInputException("the field 'id' is blank. Give the article an id, or leave the field out");
    }

    private static string? Text(string name, ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String => JsonString.At(in reader),
        JsonTokenType.Null => null,
        _ => throw new UnreadableInputException($"the field '{name}' must be a text in quotation marks"),
    };

    /// <summary>A text that says nothing when it is blank, as exports leave it.</summary>
    private static string? Name(string name, ref Utf8JsonReader reader) =>
        Text(name, ref reader) is { } text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static Uri? Url(string? text) => text is null ? null
        : WebAddress.ParseOrNull(text)
            ?? throw new UnreadableInputException("the field 'url' must be a whole web address that begins with https:// or http://, or be left out");

    private static PublicationDate? Published(string? text) => text is null ? null
        : PublicationDate.TryParse(text, out var date) ? date
        : throw new UnreadableInputException($"the date '{text}' in the field 'published' is not understood. Write it as 2026-03-01, or leave it out");

    private static ImmutableArray<string> Groups(ImmutableArray<string> names) => names.Any(string.IsNullOrWhiteSpace)
        ? throw new UnreadableInputException("the field 'groups' holds a blank name. Name the groups that may read the article; [] opens it to everybody")
        : names;

    private static ImmutableArray<string> Texts(string name, ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return [];
            case JsonTokenType.String:
                return [JsonString.At(in reader)];
            case JsonTokenType.StartArray:
                var texts = ImmutableArray.CreateBuilder<string>();
                while (reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    texts.Add(JsonString.At(in reader));
                }

                if (reader.TokenType == JsonTokenType.EndArray)
                {
                    return texts.ToImmutable();
                }

                break;
        }

        throw new UnreadableInputException($"the field '{name}' must be a text, or a list of texts as [\"one\", \"two\"]");
    }
}
