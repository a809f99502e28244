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

    public string? Modified { get; init; }

    public string? Language { get; init; }

    public ImmutableArray<int>? Pages { get; init; }

    public string? Story { get; init; }

    /// <summary>Of the text (<see cref="TextSketch"/>); null in records of before 29 November 2026.</summary>
    public string? Sketch { get; init; }

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
        Modified = article.Modified?.ToString(),
        Language = article.Language,
        Pages = article.Pages.IsEmpty ? null : article.Pages,
        Story = article.Story,
        Sketch = TextSketch.Of(article.Text).ToString(),
        Ingested = ingested,
        Saved = saved,
        Text = textWrite,
        Parts = TextParts.Count(article.Text),
        TextHash = article.TextHash,
    };

    /// <summary>The article with this text, or with none; <paramref name="isFirst"/> when no older version is kept.</summary>
    public Article ToArticle(string id, bool isFirst, string text = "") => new()
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
        Modified = PublicationDate.TryParse(Modified, out var modified) ? modified : null,
        Language = Language,
        Pages = Pages ?? [],
        Story = Story,
        Corrected = isFirst ? null : Ingested,
    };
}

/// <summary>How records are written as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(VersionRecord))]
[JsonSerializable(typeof(ImmutableArray<VersionRecord>))]
internal sealed partial class VersionRecordJson : JsonSerializerContext;
