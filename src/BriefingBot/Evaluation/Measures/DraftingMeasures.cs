using System.Collections.Immutable;
using BriefingBot.LanguageModels;

namespace BriefingBot.Evaluation;

/// <summary>
/// How a language model's statements fare before the product's own checks. Precision and recall of citations are those of Gao et al. 2023 (ALCE, arXiv:2305.14627), with these checks in the
/// place of a model that judges entailment: so they tell what is shown and what is not, not what is true.
/// </summary>
/// <param name="Model">The model.</param>
/// <param name="Prompts">The hash of the prompts.</param>
/// <param name="Asked">Of how many questions it was asked; the others were refused before.</param>
/// <param name="FallBackShare">The share of them that was answered without it.</param>
/// <param name="FallBacks">Why, and how often.</param>
/// <param name="Drafted">How many statements it drafted.</param>
/// <param name="CitationRecall">The share of them that their quotes supported as they were drafted.</param>
/// <param name="WithheldShare">The share of them that was withheld in the end.</param>
/// <param name="Shown">How many were shown.</param>
/// <param name="Citations">How many quotes these name.</param>
/// <param name="CitationPrecision">The share of those that are needed: without it the statement is not supported, or by it alone it is.</param>
/// <param name="Calls">How many calls it took.</param>
/// <param name="TokensSent">Tokens sent.</param>
/// <param name="TokensReceived">Tokens received.</param>
/// <param name="Cost">What they cost, by the configured prices.</param>
public sealed record DraftingMeasures(
    string Model,
    string Prompts,
    int Asked,
    double? FallBackShare,
    ImmutableArray<FallBackCount> FallBacks,
    int Drafted,
    double? CitationRecall,
    double? WithheldShare,
    int Shown,
    int Citations,
    double? CitationPrecision,
    long Calls,
    long TokensSent,
    long TokensReceived,
    double Cost)
{
    /// <summary>Null where no model was asked.</summary>
    internal static DraftingMeasures? Of(IEnumerable<QuestionOutcome> outcomes)
    {
        DraftedOutcome[] asked = [.. outcomes.Select(outcome => outcome.Drafted).OfType<DraftedOutcome>()];
        if (asked.Length == 0)
        {
            return null;
        }

        var (drafted, citations) = (asked.Sum(one => one.Drafting.Drafted), asked.Sum(one => one.Citations));
        return new(
            asked[0].Drafting.Model,
            asked[0].Drafting.Prompts,
            asked.Length,
            Share.Of(asked, one => one.FallBack is not null),
            [.. asked.Select(one => one.FallBack).OfType<ModelFailure>().CountBy(reason => reason).OrderByDescending(reason => reason.Value).ThenBy(reason => reason.Key).Select(reason => new FallBackCount(reason.Key, reason.Value))],
            drafted,
            Of(asked.Sum(one => one.Drafting.Supported), drafted),
            Of(asked.Sum(one => one.Withheld), drafted),
            asked.Sum(one => one.Shown),
            citations,
            Of(asked.Sum(one => one.NeededCitations), citations),
            asked.Sum(one => (long)one.Drafting.Calls),
            asked.Sum(one => one.Drafting.TokensSent),
            asked.Sum(one => one.Drafting.TokensReceived),
            asked.Sum(one => one.Drafting.Cost));

        static double? Of(int part, int whole) => whole == 0 ? null : part / (double)whole;
    }
}

/// <summary>How often an answer was made without the model for one reason.</summary>
public sealed record FallBackCount(ModelFailure Reason, int Questions);
