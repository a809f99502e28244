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

    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>The groups allowed to read it. None: everybody. A malformed list never ends here: it is refused.</summary>
    public ImmutableArray<string> Groups { get; init; } = [];

    /// <summary>Whether any of the text would be left to read once it is canonical.</summary>
    public static bool HasWords(string text) => !string.IsNullOrWhiteSpace(CanonicalText.From(text));
}
