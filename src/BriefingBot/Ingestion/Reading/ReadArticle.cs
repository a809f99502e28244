using System.Collections.Immutable;
using BriefingBot.Articles;

namespace BriefingBot.Ingestion;

/// <summary>
/// What a reader got out of an input: text that is not yet canonical, and metadata. Names may span lines; the ingestor makes both canonical.
/// </summary>
internal sealed record ReadArticle(string Text)
{
    /// <summary>The id that the input gives itself, verbatim; null leaves it to the ingestor.</summary>
    public string? Id { get; init; }

    /// <summary>Null when the input names none.</summary>
    public string? Title { get; init; }

    public string? Source { get; init; }

    public string? Author { get; init; }

    /// <summary>Absolute, http or https.</summary>
    public Uri? Url { get; init; }

    /// <summary>Null when the input gives none that is read without a guess.</summary>
    public PublicationDate? Published { get; init; }

    /// <summary>When the input says that it was last changed; null when it does not say, or says the same as <see cref="Published"/>.</summary>
    public PublicationDate? Modified { get; init; }

    /// <summary>A BCP 47 tag such as <c>en</c> or <c>de-AT</c>; null when the input names none.</summary>
    public string? Language { get; init; }

    /// <summary>Where each page begins, UTF-16 code units into <see cref="Text"/>, the first at 0; empty for what has no pages.</summary>
    public ImmutableArray<int> Pages { get; init; } = [];

    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>The groups allowed to read it. None: everybody. A malformed list never ends here: it is refused.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Whether any of the text would be left to read once it is canonical.</summary>
    public static bool HasWords(string text) => !string.IsNullOrWhiteSpace(CanonicalText.From(text));
}
