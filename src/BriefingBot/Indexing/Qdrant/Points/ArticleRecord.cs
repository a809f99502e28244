using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BriefingBot.Articles;
using Google.Protobuf.Collections;
using Qdrant.Client.Grpc;

namespace BriefingBot.Indexing;

/// <summary>
/// What the store knows of one article, in one point: which text and which passages are current, which versions there are, and which writes
/// are under way or have to be cleared away. It is only ever replaced as a whole, and only as it was read (<see cref="QdrantRecords"/>).
/// </summary>
internal sealed record ArticleRecord
{
    public const string Kind = "kind";
    public const string KindRecord = "article";
    public const string KindText = "text";
    public const string ArticleId = "article_id";
    public const string Write = "write";
    public const string Revision = "revision";
    public const string PendingWrites = "pending";
    public const string State = "state";
    public const string StateCurrent = "current";
    public const string StateGone = "gone";
    public const string Source = "source";
    public const string Labels = "labels";
    public const string Published = "published";
    public const string Saved = "saved";
    public const string Seen = "seen";
    public const string Input = "input";
    public const string TextHash = "text_hash";
    public const string Story = "story";

    private const string Corrects = "corrects";
    private const string LastVersion = "version";
    private const string CurrentVersion = "current";
    private const string OlderVersions = "older";

    /// <summary>The fields that are searched by.</summary>
    public static readonly ImmutableArray<(string Field, FieldType Type)> Indexed =
    [
        (Kind, FieldType.Keyword), (State, FieldType.Keyword), (Write, FieldType.Keyword), (Revision, FieldType.Keyword), (PendingWrites, FieldType.Keyword),
        (Source, FieldType.Keyword), (Labels, FieldType.Keyword), (Published, FieldType.Datetime), (Saved, FieldType.Datetime),
        (Input, FieldType.Keyword), (TextHash, FieldType.Keyword), (Story, FieldType.Keyword),
    ];

    /// <summary>The fields of a listing.</summary>
    public static readonly string[] WithoutOlder = [ArticleId, Revision, LastVersion, Write, PendingWrites, CurrentVersion, Corrects, Seen];

    // In a listing the older versions are not read, and only that there are some is known.
    private bool _correctsUnread;

    public required string Id { get; init; }

    /// <summary>The newest number given; kept after removal, so that no number is used twice.</summary>
    public int Last { get; init; }

    /// <summary>The write that made the current passages.</summary>
    public string? Passages { get; init; }

    /// <summary>The current version, or null when the article was removed or has not been saved yet.</summary>
    public VersionRecord? Current { get; init; }

    /// <summary>The versions before the current one, by number.</summary>
    public ImmutableArray<VersionRecord> Older { get; init; } = [];

    /// <summary>Writes that have begun and are not current, and writes that are current no more: their points are nobody's.</summary>
    public ImmutableArray<string> Pending { get; init; } = [];

    /// <summary>Whether versions before the current one are kept, also where <see cref="Older"/> was not read.</summary>
    public bool HasOlder => !Older.IsEmpty || _correctsUnread;

    /// <summary>When a load last met the article; null in records of before 29 November 2026 that were not met since.</summary>
    public DateTimeOffset? LastSeen { get; init; }

    /// <summary>Another with every replacement.</summary>
    public string Token { get; init; } = "";

    /// <summary>Every version, the current one last.</summary>
    public IEnumerable<VersionRecord> Versions => Current is null ? Older : Older.Append(Current);

    /// <summary>The current version as an article, its text as given. Only where there is one.</summary>
    public Article ToArticle(string text = "") => Current!.ToArticle(Id, isFirst: !HasOlder, text);

    /// <summary>A version of these for a listing.</summary>
    public KeptVersion ToKept(VersionRecord version) => new(version.ToArticle(Id, IsFirst(version)), version.Ingested);

    /// <summary>Whether no version before this one is kept.</summary>
    public bool IsFirst(VersionRecord version) => version == Current ? !HasOlder : version == Older.FirstOrDefault();

    public VersionRecord? Find(int? version) => version is null ? Current : Versions.FirstOrDefault(kept => kept.Version == version);

    public MapField<string, Value> ToPayload()
    {
        var payload = new MapField<string, Value>
        {
            [Kind] = KindRecord,
            [ArticleId] = Id,
            [Revision] = Token,
            [LastVersion] = Last,
            [State] = Current is null ? StateGone : StateCurrent,
            [PendingWrites] = Payload.List(Pending),
            [Corrects] = !Older.IsEmpty,
            [OlderVersions] = JsonSerializer.Serialize(Older, VersionRecordJson.Default.ImmutableArrayVersionRecord),
        };
        if (Current is { } current)
        {
            payload[Write] = Passages!;
            payload[CurrentVersion] = JsonSerializer.Serialize(current, VersionRecordJson.Default.VersionRecord);
            payload[Labels] = Payload.List(current.Labels);
            payload[TextHash] = current.TextHash;
            payload[Story] = current.Story ?? Id;
            if (current.InputPath is { } input)
            {
                payload[Input] = input;
            }

            if (LastSeen is { } seen)
            {
                payload[Seen] = seen.ToString("O", CultureInfo.InvariantCulture);
            }

            if (current.Saved is { } saved)
            {
                payload[Saved] = saved.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture);
            }

            if (current.Source is { } source)
            {
                payload[Source] = source;
            }

            if (current.PublishedDate is { } published)
            {
                payload[Published] = OnItsClock(published);
            }
        }

        return payload;
    }

    /// <summary>Throws <see cref="InvalidDataException"/> or <see cref="JsonException"/> when it is not what <see cref="ToPayload"/> writes.</summary>
    public static ArticleRecord FromPayload(MapField<string, Value> payload) => new()
    {
        Id = payload.Text(ArticleId),
        Last = payload.Whole(LastVersion),
        Passages = payload.TextOrNull(Write),
        Current = payload.TextOrNull(CurrentVersion) is { } current ? JsonSerializer.Deserialize(current, VersionRecordJson.Default.VersionRecord) : null,
        Older = payload.TextOrNull(OlderVersions) is { } older ? JsonSerializer.Deserialize(older, VersionRecordJson.Default.ImmutableArrayVersionRecord) : [],
        Pending = payload.Texts(PendingWrites),
        Token = payload.Text(Revision),
        _correctsUnread = payload.TryGetValue(Corrects, out var corrects) && corrects.BoolValue && !payload.ContainsKey(OlderVersions),
        LastSeen = payload.TextOrNull(Seen) is { } seen ? DateTimeOffset.ParseExact(seen, "O", CultureInfo.InvariantCulture) : null,
    };

    /// <summary>
    /// When something was published as Qdrant reads moments, but by the clock of the article: days are filtered by, and the day shown is the one in the
    /// article's own offset. Points written before 26 November 2026 have UTC's clock until their article is saved again.
    /// </summary>
    public static string OnItsClock(PublicationDate published) => published.Moment.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Whether two records say the same of the article, whatever is pending.</summary>
    public bool IsSameArticleAs(ArticleRecord? other) => other is not null && Last == other.Last && Passages == other.Passages;
}
