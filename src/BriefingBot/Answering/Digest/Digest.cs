using System.Collections.Immutable;
using BriefingBot.Articles;
using BriefingBot.LanguageModels;

namespace BriefingBot.Answering;

/// <summary>What the articles report about a subject: quotes of different articles by development, in order of time, or a refusal.</summary>
public sealed record Digest
{
    /// <summary>What the briefing is on, as it stands alone.</summary>
    public required string Subject { get; init; }

    /// <summary>What the subject was taken for, where that is not what was said; else null.</summary>
    public string? UnderstoodAs { get; init; }

    /// <summary>What it comes to in short: prose that a language model drafted and that passed every check against the digest's own quotes. Empty without one.</summary>
    public ImmutableArray<VerifiedStatement> Statements { get; init; } = [];

    /// <summary>How many of a language model's statements were withheld because no quote supports them.</summary>
    public int WithheldStatements { get; init; }

    /// <summary>Why there is no such prose though a language model is configured; else null.</summary>
    public ModelFailure? FallBack { get; init; }

    /// <summary>The quotes in the order of their numbers.</summary>
    public ImmutableArray<VerifiedQuote> Quotes => [.. Developments.SelectMany(development => development.Quotes)];

    /// <summary>In order of time, or the newest first where that was wanted; what has no date last. Empty on a refusal.</summary>
    public ImmutableArray<Development> Developments { get; init; } = [];

    /// <summary>The refusal, where there is nothing to report; else null.</summary>
    public VerifiedAnswer? Refusal { get; init; }

    /// <summary>How many proposed quotes the verifier withheld.</summary>
    public int Withheld { get; init; }

    /// <summary>From subject to digest.</summary>
    public TimeSpan Elapsed { get; init; }
}

/// <summary>What was reported within a few days.</summary>
/// <param name="From">The day of its first article; null where its articles have no date.</param>
/// <param name="To">The day of its last one.</param>
/// <param name="Quotes">A quote an article, in the order of the developments.</param>
public sealed record Development(DateOnly? From, DateOnly? To, ImmutableArray<VerifiedQuote> Quotes)
{
    internal Development Backwards => this with { Quotes = [.. Quotes.Reverse()] };
}

/// <summary>What a briefing is wanted on.</summary>
/// <param name="Subject">In a few words.</param>
/// <param name="Asker">Whoever asks.</param>
public sealed record DigestRequest(string Subject, Asker Asker)
{
    /// <summary>The fewest quotes that can be asked for.</summary>
    public const int FewestQuotes = 5;

    /// <summary>The most quotes that can be asked for.</summary>
    public const int MostQuotes = 12;

    /// <summary>How many quotes there are at most; fewer where fewer articles report about the subject.</summary>
    public int Quotes { get; init; } = 7;

    /// <summary>What the same person asked before in the same conversation, the last one at the end. Default: nothing.</summary>
    public ImmutableArray<Turn> Turns { get; init; } = [];

    /// <summary>The day of asking, where it is not today.</summary>
    public DateOnly? Asked { get; init; }

    /// <summary>The articles to report from. Default: all.</summary>
    public ArticleFilter Filter { get; init; } = ArticleFilter.All;

    /// <summary>The articles whose best shows how much an article has to say about the subject. Default: those to report from.</summary>
    public ArticleFilter? Measure { get; init; }

    /// <summary>Show the newest development first, and in each the newest quote. Default: in order of time.</summary>
    public bool NewestFirst { get; init; }

    /// <summary>Write it without the language model, also where one is configured.</summary>
    public bool IsExtractive { get; init; }

    internal Question AsQuestion => new(Subject, Asker) { Asked = Asked, Turns = Turns, Filter = Filter, IsExtractive = IsExtractive };
}
