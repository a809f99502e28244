using System.Collections.Immutable;
using BriefingBot.Answering;

namespace BriefingBot.Web.Articles;

/// <summary>What the page of an article shows. Public because the page is, as Razor makes it.</summary>
public sealed record ReadingView
{
    public required OpenedArticle Opened { get; init; }

    /// <summary>Why words that the address names are not marked.</summary>
    public string? Problem { get; init; }

    /// <summary>What the source has corrected of the article since.</summary>
    public LaterCorrection? Correction { get; init; }

    /// <summary>Corrections could not be looked up.</summary>
    public bool CorrectionsAreUnknown { get; init; }

    public required ImmutableArray<ArticleVersion> Versions { get; init; }

    /// <summary>Where other articles and versions are read by the same reader.</summary>
    public required ArticleAddress Address { get; init; }

    /// <summary>When the link that the reader came by expires; null where none is needed.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Addresses that open anywhere; null where readers have to sit at this computer.</summary>
    public ArticleAddress? PublicAddress { get; init; }
}
