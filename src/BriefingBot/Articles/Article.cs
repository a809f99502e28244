using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace BriefingBot.Articles;

/// <summary>
/// One version of one ingested text. <see cref="Text"/> is canonical (<see cref="CanonicalText"/>) and is never rewritten:
/// a changed article is a new version.
/// </summary>
public sealed record Article
{
    /// <summary>The id, verbatim as it was given or derived at ingestion.</summary>
    public required string Id { get; init; }

    /// <summary>1 for the first text under this id, one more for each other text. 0 before the store has numbered it.</summary>
    public int Version { get; init; }

    /// <summary>The title, on one line.</summary>
    public required string Title { get; init; }

    /// <summary>The canonical text that every span points into.</summary>
    public required string Text { get; init; }

    /// <summary>Who published the article.</summary>
    public string? Source { get; init; }

    /// <summary>Who wrote it, as the article names them.</summary>
    public string? Author { get; init; }

    /// <summary>When it was published, as precisely as the article says.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>When it was last changed, as the article says; null when it does not say.</summary>
    public PublicationDate? Modified { get; init; }

    /// <summary>The language it says it is in, a BCP 47 tag such as <c>en</c> or <c>de-AT</c>; null when it does not say.</summary>
    public string? Language { get; init; }

    /// <summary>Where each page begins, UTF-16 code units into <see cref="Text"/>, ascending, the first at 0. Empty for what has no pages.</summary>
    public ImmutableArray<int> Pages { get; init; } = [];

    /// <summary>Where it can be read on the web: absolute, http or https.</summary>
    public Uri? Url { get; init; }

    /// <summary>Words that admins sort articles by.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>The groups allowed to read it. None: everybody.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>When this text took the place of another one under the id; null for a first text, and before the store has told.</summary>
    public DateTimeOffset? Corrected { get; init; }

    /// <summary>What near copies of one report share: the id of the first of them that was stored. Null before it was looked for.</summary>
    public string? Story { get; init; }

    /// <summary>The file that the article was read from, as a full path, or the address that it was fetched from.</summary>
    public string? InputPath { get; init; }

    /// <summary>SHA-256 of the UTF-8 bytes of <see cref="Text"/>, in lower-case hexadecimal.</summary>
    public string TextHash => HashOf(Text);

    /// <summary>The stored words at a span; throws <see cref="ArgumentOutOfRangeException"/> when it leaves the text.</summary>
    public string Cut(TextSpan span) => Text[span.Start..span.End];

    /// <summary>The first and the last page that a span stands on, counted from 1; null for what has no pages.</summary>
    public (int First, int Last)? PagesOf(TextSpan span) =>
        Pages.IsEmpty ? null : (Pages.Count(start => start <= span.Start), Pages.Count(start => start < span.End));

    /// <summary>What <see cref="TextHash"/> is for a text.</summary>
    internal static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Whether an asker may see anything of this article.</summary>
    public bool MayBeReadBy(Asker asker) => asker.MayRead(Groups);
}
