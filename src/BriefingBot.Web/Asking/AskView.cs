using System.Collections.Immutable;
using BriefingBot.Answering;
using BriefingBot.Web.Samples;

namespace BriefingBot.Web.Asking;

/// <summary>What the first page shows. Public because the page is, as Razor makes it.</summary>
public sealed record AskView
{
    /// <summary>What was asked, canonical; null when nothing was.</summary>
    internal string? Question { get; init; }

    /// <summary>Why there is no answer, and what to do.</summary>
    internal string? Problem { get; init; }

    /// <summary>What is said to what was no question.</summary>
    internal string? Reply { get; init; }

    internal VerifiedAnswer? Answer { get; init; }

    /// <summary>What was found of a quotation that was to be checked.</summary>
    internal QuoteCheck? Check { get; init; }

    /// <summary>What was reported about a subject that a briefing was wanted on.</summary>
    internal Digest? Digest { get; init; }

    /// <summary>Whether there is anything below the form to go to.</summary>
    internal bool IsAnswered => Answer is not null || Check is not null || Digest is not null;

    internal ImmutableArray<OfferedQuestion> Offered { get; init; } = [];
}
