using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>What the articles say to a quotation that somebody was given.</summary>
public sealed record QuoteCheck
{
    /// <summary>The quotation, without the quotation marks around it.</summary>
    public required string Given { get; init; }

    /// <summary>Whether it stands anywhere.</summary>
    public required QuoteCheckOutcome Outcome { get; init; }

    /// <summary>Where it stands, the oldest article first. Of a quotation with ellipses a place has a quote for each part.</summary>
    public ImmutableArray<QuotePlace> Places { get; init; } = [];

    /// <summary>How many more places were found in articles that the asker may read.</summary>
    public int MorePlaces { get; init; }

    /// <summary>Each part by itself, where the quotation as a whole stands nowhere and at least one of its parts does.</summary>
    public ImmutableArray<CheckedPart> Parts { get; init; } = [];

    /// <summary>How many more parts it has, which were not looked up.</summary>
    public int MoreParts { get; init; }

    /// <summary>What comes nearest to a quotation that stands nowhere; null where nothing is like it.</summary>
    public NearestPassage? Nearest { get; init; }

    /// <summary>Every quote that is shown, in the order in which renderings number them, from 1.</summary>
    public ImmutableArray<VerifiedQuote> Quotes => [.. QuoteCheckLayout.Of(this).OfType<QuoteBlock>().Select(block => block.Quote)];

    /// <summary>From quotation to check.</summary>
    public TimeSpan Elapsed { get; init; }
}

/// <summary>Whether a quotation stands in an article.</summary>
public enum QuoteCheckOutcome
{
    /// <summary>It stands in an article, by the rules of <see cref="VerifiedQuote"/>.</summary>
    Found,

    /// <summary>It does not stand in one place, but at least one of its parts does.</summary>
    InParts,

    /// <summary>It does not stand in any article.</summary>
    NotFound,

    /// <summary>It has too few words to tell where they are from.</summary>
    TooShort,
}

/// <summary>A place where a quotation stands.</summary>
/// <param name="Quotes">Its words: one quote, or one for each part of a quotation with ellipses.</param>
public sealed record QuotePlace(ImmutableArray<VerifiedQuote> Quotes)
{
    /// <summary>What the same source has corrected there since; null for nothing.</summary>
    public LaterCorrection? TakenBackBy { get; init; }
}

/// <summary>One part of a quotation.</summary>
/// <param name="Given">The part as it was given.</param>
/// <param name="Quote">Where it stands; null where it stands nowhere.</param>
/// <param name="Nearest">What comes nearest to a part that stands nowhere; null where nothing is like it.</param>
public sealed record CheckedPart(string Given, VerifiedQuote? Quote, NearestPassage? Nearest)
{
    /// <summary>What the same source has corrected since where it stands; null for nothing.</summary>
    public LaterCorrection? TakenBackBy { get; init; }
}

/// <summary>The sentences that come nearest to a quotation.</summary>
/// <param name="Quote">The sentences.</param>
/// <param name="Compared">Word for word, from where the quotation would begin in them to where it would end.</param>
/// <param name="Likeness">The share of the quotation's words that stand there in its order, 0 to 1.</param>
/// <param name="Failure">The rule that keeps words from being confirmed that do stand there, such as a negation cut off; null where words differ.</param>
public sealed record NearestPassage(VerifiedQuote Quote, ComparedWords Compared, double Likeness, string? Failure)
{
    /// <summary>What the same source has corrected there since; null for nothing.</summary>
    public LaterCorrection? TakenBackBy { get; init; }
}
