using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>What a drafter proposes: statements, each pointing at the words it relies on. None of it has been verified.</summary>
/// <param name="Statements">Best first.</param>
/// <param name="Confidence">0 to 1: how likely it is, by the drafter's own evidence, that the words answer the question.</param>
/// <param name="Drafter">The drafter's name: <c>extractive</c>.</param>
internal sealed record DraftAnswer(ImmutableArray<DraftStatement> Statements, double Confidence, string Drafter) : IDraft<DraftAnswer>
{
    /// <summary>0 to 1: how likely the articles speak of the question's subject at all.</summary>
    public double Subject { get; init; } = 1;

    /// <summary>Whether the words give different numbers, dates or names for what was asked.</summary>
    public bool Disagreement { get; init; }

    /// <summary>Whether more words were found that may answer than are shown at once.</summary>
    public bool HasFurther { get; init; }

    /// <inheritdoc/>
    public bool IsEmpty => Statements.IsEmpty;

    /// <inheritdoc/>
    public RefusalReason? Refusal => Answering.Confidence.RefusalFor(this);

    /// <inheritdoc/>
    public DraftAnswer RestingOn(IReadOnlySet<string> articles) =>
        this with { Statements = [.. Statements.Where(statement => statement.Support.All(proposal => articles.Contains(proposal.ArticleId)))] };
}

/// <summary>One statement and its support. An extractive statement is its quote and has no prose of its own.</summary>
internal sealed record DraftStatement(ImmutableArray<QuoteProposal> Support);
