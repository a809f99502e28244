using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>A line of an exported file: one version of an article, or that an article was removed. It names no store.</summary>
internal sealed record HistoryLine
{
    private const string Remedy = "Take the file as 'briefing export' wrote it";

    // Strict: a field that is misspelt, written twice or damaged might be the one that says who may read the article.
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        AllowDuplicateProperties = false,
    };

    public required string Id { get; init; }

    /// <summary>The version; of a removed article, the last number that was given.</summary>
    public required int Version { get; init; }

    public bool? Removed { get; init; }

    public string? Title { get; init; }

    public string? Text { get; init; }

    public string? Url { get; init; }

    public string? Source { get; init; }

    public string? Author { get; init; }

    public string? Published { get; init; }

    public ImmutableArray<string>? Labels { get; init; }

    public ImmutableArray<string>? Groups { get; init; }

    public string? Input { get; init; }

    public string? Modified { get; init; }

    public string? Language { get; init; }

    /// <summary>Where each page begins; left out of what has none.</summary>
    public ImmutableArray<int>? Pages { get; init; }

    /// <summary>What near copies share; left out of files of before 29 November 2026.</summary>
    public string? Story { get; init; }

    public string? Ingested { get; init; }

    /// <summary>Of the text, so that a file that was damaged or edited is noticed.</summary>
    public string? Sha256 { get; init; }

    /// <summary>A line a version, in order; one for a removed article.</summary>
    public static IEnumerable<string> Of(ArticleHistory history)
    {
        var lines = history.Versions.Select(Of).DefaultIfEmpty(new() { Id = history.Id, Version = history.LastVersion, Removed = true });
        return lines.Select(line => JsonSerializer.Serialize(line, Options));
    }

    /// <summary>Throws <see cref="UnreadableInputException"/> when it is no such line.</summary>
    public static HistoryLine Read(ReadOnlySpan<byte> line)
    {
        if (!Utf8.IsValid(line))
        {
            throw new UnreadableInputException($"it is damaged: it holds bytes that are not UTF-8. {Remedy}");
        }

        try
        {
            return JsonSerializer.Deserialize<HistoryLine>(line, Options) is { Id.Length: > 0, Version: > 0 } read
                ? read
                : throw new UnreadableInputException($"it has no id, or no version from 1. {Remedy}");
        }
        catch (JsonException fault)
        {
            throw new UnreadableInputException($"it is not a line of 'briefing export': {fault.Message.Split(" Path:")[0]} {Remedy}");
        }
    }

    /// <summary>Whose line it is, of one that <see cref="Read"/> refuses; null where not even that can be told.</summary>
    public static string? IdOf(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.EnumerateObject().Where(field => field.NameEquals("id")).Select(field => field.Value).ToArray() is [{ ValueKind: JsonValueKind.String } id]
                ? id.GetString()
                : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // No JSON, no object, or text that is none.
            return null;
        }
    }

    /// <summary>Throws <see cref="UnreadableInputException"/> when something is missing, or is not what a store gave out.</summary>
    public KeptVersion ToVersion()
    {
        if (Title is null || Text is null || Labels is null || Groups is null || Sha256 is null
            || !DateTimeOffset.TryParseExact(Ingested, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var ingested))
        {
            throw new UnreadableInputException($"one of title, text, labels, groups, ingested and sha256 is missing or unreadable. {Remedy}");
        }

        if (Labels.Value.Concat(Groups.Value).Any(name => name is null))
        {
            throw new UnreadableInputException($"a label or a group is null. {Remedy}");
        }

        return new(ArticleLimits.RefuseBeyond(ToArticle(CheckedText(Text, Sha256), Title, Labels.Value, Groups.Value)), ingested);
    }

    private static string CheckedText(string text, string sha256) =>
        Article.HashOf(text) != sha256 ? throw new UnreadableInputException($"the text is not the one that was exported: its sha256 differs. {Remedy}, or ingest the text instead")
        : CanonicalText.From(text) != text ? throw new UnreadableInputException("the text is not canonical, as stored ones are. Ingest it instead, which makes it so")
        : string.IsNullOrWhiteSpace(text) ? throw new UnreadableInputException($"there is no text in it. {Remedy}")
        : text;

    private Article ToArticle(string text, string title, ImmutableArray<string> labels, ImmutableArray<string> groups) => new()
    {
        Id = Id,
        Version = Version,
        Title = title,
        Text = text,
        Source = Source,
        Author = Author,
        Published = Date(Published),
        Modified = Date(Modified),
        Language = Language,
        Pages = CheckedPages(text),
        Story = Story,
        Url = Url is null ? null
            : WebAddress.ParseOrNull(Url) ?? throw new UnreadableInputException($"the url '{Url}' is no web address that begins with https:// or http://. {Remedy}"),
        Labels = labels,
        Groups = groups,
        InputPath = Input,
    };

    private static PublicationDate? Date(string? given) =>
        given is null ? null
        : PublicationDate.TryParse(given, out var date) ? date
        : throw new UnreadableInputException($"the date '{given}' is not understood. {Remedy}");

    private ImmutableArray<int> CheckedPages(string text) =>
        Pages is not { IsDefaultOrEmpty: false } pages ? []
        : pages[0] == 0 && pages.Zip(pages.Skip(1)).All(pair => pair.First <= pair.Second) && pages[^1] <= text.Length ? pages
        : throw new UnreadableInputException($"the pages do not lie within the text. {Remedy}");

    private static HistoryLine Of(KeptVersion kept) => new()
    {
        Id = kept.Article.Id,
        Version = kept.Article.Version,
        Title = kept.Article.Title,
        Text = kept.Article.Text,
        Url = kept.Article.Url?.AbsoluteUri,
        Source = kept.Article.Source,
        Author = kept.Article.Author,
        Published = kept.Article.Published?.ToString(),
        Labels = kept.Article.Labels,
        Groups = kept.Article.Groups,
        Input = kept.Article.InputPath,
        Modified = kept.Article.Modified?.ToString(),
        Language = kept.Article.Language,
        Pages = kept.Article.Pages.IsEmpty ? null : kept.Article.Pages,
        Story = kept.Article.Story,
        Ingested = kept.Ingested.ToString("O", CultureInfo.InvariantCulture),
        Sha256 = kept.Article.TextHash,
    };
}
