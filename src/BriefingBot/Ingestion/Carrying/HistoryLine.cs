using System.Collections.Immutable;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>A line of an exported file: one version of an article, or that an article was removed. It names no store.</summary>
internal sealed record HistoryLine
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
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
    public static HistoryLine Read(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<HistoryLine>(line, Options) is { Id.Length: > 0, Version: > 0 } read
                ? read
                : throw new UnreadableInputException("it has no id, or no version from 1. Take the file as 'briefing export' wrote it");
        }
        catch (JsonException fault)
        {
            throw new UnreadableInputException($"it is not a line of 'briefing export': {fault.Message.Split(" Path:")[0]} Take the file as it was written");
        }
    }

    /// <summary>Throws <see cref="UnreadableInputException"/> when something is missing, or is not what a store gave out.</summary>
    public KeptVersion ToVersion()
    {
        if (Title is null || Text is null || Labels is null || Groups is null || Sha256 is null
            || !DateTimeOffset.TryParseExact(Ingested, "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var ingested))
        {
            throw new UnreadableInputException("one of title, text, labels, groups, ingested and sha256 is missing or unreadable. Take the file as 'briefing export' wrote it");
        }

        PublicationDate? published = Published is null ? null
            : PublicationDate.TryParse(Published, out var date) ? date
            : throw new UnreadableInputException($"the date '{Published}' is not understood. Take the file as 'briefing export' wrote it");
        var article = new Article
        {
            Id = Id,
            Version = Version,
            Title = Title,
            Text = Text,
            Source = Source,
            Author = Author,
            Published = published,
            Url = Url is null ? null : Uri.TryCreate(Url, UriKind.Absolute, out var url) ? url : throw new UnreadableInputException($"the url '{Url}' is no address. Take the file as 'briefing export' wrote it"),
            Labels = Labels.Value,
            Groups = Groups.Value,
            InputPath = Input,
        };
        return article.TextHash == Sha256 && CanonicalText.From(Text) == Text && Text.Length > 0
            ? new(ArticleLimits.RefuseBeyond(article), ingested)
            : throw new UnreadableInputException("the text is not the one that was exported: its sha256 differs. Take the file as 'briefing export' wrote it, or ingest the text instead");
    }

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
        Ingested = kept.Ingested.ToString("O", CultureInfo.InvariantCulture),
        Sha256 = kept.Article.TextHash,
    };
}
