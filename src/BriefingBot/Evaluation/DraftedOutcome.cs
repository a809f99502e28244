using BriefingBot.Answering;
using BriefingBot.LanguageModels;

namespace BriefingBot.Evaluation;

/// <summary>A language model's part in one question's outcome.</summary>
/// <param name="Drafting">What it drafted and what that took.</param>
/// <param name="FallBack">Why nothing of it was shown; else null.</param>
/// <param name="Shown">How many statements were shown.</param>
/// <param name="Withheld">How many were withheld.</param>
/// <param name="Citations">How many quotes the shown ones name.</param>
/// <param name="NeededCitations">How many of those are needed.</param>
public sealed record DraftedOutcome(ModelDrafting Drafting, ModelFailure? FallBack, int Shown, int Withheld, int Citations, int NeededCitations)
{
    internal static DraftedOutcome? Of(VerifiedAnswer answer) => answer.Drafting is not { } drafting ? null : new(
        drafting,
        answer.FallBack,
        answer.Statements.Length,
        answer.WithheldStatements,
        answer.Statements.Sum(statement => statement.Quotes.Length),
        answer.Statements.Sum(NeededIn));

    private static int NeededIn(VerifiedStatement statement) => statement.Quotes.Count(quote =>
        VerifiedStatement.FaultByRules(statement.Text, statement.Quotes.Remove(quote)) is not null || VerifiedStatement.FaultByRules(statement.Text, [quote]) is null);
}
