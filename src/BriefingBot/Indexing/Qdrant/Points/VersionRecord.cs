using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BriefingBot.Articles;

namespace BriefingBot.Indexing;

/// <summary>One version of an article in its record: everything but the text, and where the text is.</summary>
internal sealed record VersionRecord
{
    public required int Version { get; init; }

    public required string Title { get; init; }

    public string? Source { get; init; }

    public string? Author { get; init; }

    public string? Published { get; init; }

    public string? Url { get; init; }

    public ImmutableArray<string> Labels { get; init; } = [];

    public ImmutableArray<string> Groups { get; init; } = [];

    public string? InputPath { get; init; }

    /// <summary>When the text was first saved.</summary>
    public required DateTimeOffset Ingested { get; init; }

    /// <summary>When the article was last saved with it; null in records of before 28 November 2026.</summary>
    public DateTimeOffset? Saved { get; init; }

    /// <summary>The write that made the text's points.</summary>
    public required string Text { get; init; }

    /// <summary>How many points hold the text.</summary>
    public required int Parts { get; init; }

    public required string TextHash { get; init; }

    [JsonIgnore]
    public PublicationDate? PublishedDate => PublicationDate.TryParse(Published, out var date) ? date : null;

    public static VersionRecord Of(Article article, DateTimeOffset ingested, DateTimeOffset saved, string textWrite) => new()
    {
        Version = article.Version,
        Title = article.Title,
        Source = article.Source,
        Author = article.Author,
        Published = article.Published?.ToString(),
        Url = article.Url?.AbsoluteUri,
        Labels = article.Labels,
        Groups = article.Groups,
        InputPath = article.InputPath,
        Ingested = ingested,
        Saved = saved,
        Text = textWrite,
        Parts = TextParts.Count(article.Text),
        TextHash = article.TextHash,
    };

    /// <summary>For a listing.</summary>
    public KeptVersion ToKept(string id) => new(ToArticle(id), Ingested);

    /// <summary>The article with this text, or with none.</summary>
    public Article ToArticle(string id, string text = "") => new()
    {
        Id = id,
        Version = Version,
        Title = Title,
        Text = text,
        Source = Source,
        Author = Author,
        Published = PublishedDate,
        Url = Url is null ? null : new Uri(Url),
        Labels = Labels,
        Groups = Groups,
        InputPath = InputPath,
    };
}

/// <summary>How records are written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VersionRecord))]
[JsonSerializable(typeof(ImmutableArray<VersionRecord>))]
internal sealed partial class VersionRecordJson : JsonSerializerContext;
