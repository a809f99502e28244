using BriefingBot.Texts;

namespace BriefingBot.Answering;

/// <summary>The sentences around a quote check, the same in every channel, in the reader's language.</summary>
public static class QuoteCheckWords
{
    /// <summary>What the check came to, in a sentence.</summary>
    public static string For(QuoteCheck check) => check.Outcome switch
    {
        QuoteCheckOutcome.Found => Found(check.Places.Length, check.MorePlaces),
        QuoteCheckOutcome.InParts when check is { MoreParts: 0 } && check.Parts.All(part => part.Quote is not null) => ReaderText.Of("Check_AllParts"),
        QuoteCheckOutcome.InParts when check.MoreParts == 0 => ReaderText.Of("Check_SomeParts", check.Parts.Length, Found(check)),
        QuoteCheckOutcome.InParts => ReaderText.Of("Check_FirstParts", check.Parts.Length, Found(check), check.MoreParts),
        QuoteCheckOutcome.NotFound when check.Nearest is null => ReaderText.Of("Check_NothingLike"),
        QuoteCheckOutcome.NotFound => ReaderText.Of("Check_Nearest"),
        QuoteCheckOutcome.TooShort => ReaderText.Of("Check_TooShort", QuoteLocator.FewestWords, QuoteLocator.FewestCharacters),
        _ => throw new ArgumentOutOfRangeException(nameof(check), check.Outcome, "No sentence for this outcome."),
    };

    /// <summary>What is said beside words that stand in an article which its source has corrected; the words of the correction follow.</summary>
    public static string For(LaterCorrection correction) => ReaderText.Of(correction.IsOfWords ? "Check_WordsCorrected" : "Check_ArticleCorrected");

    // Not the dash, which may be a sign.
    private const string Punctuation = ".,;:!?'\"“”‘’…";

    /// <summary>Why words that stand in an article are not confirmed; null where words differ.</summary>
    public static string? NotConfirmed(NearestPassage nearest) => nearest.Failure switch
    {
        null => OnlyType(nearest.Compared),
        QuoteFailure.BehindNegation => ReaderText.Of("Check_BehindNegation"),
        QuoteFailure.CutsNumber => ReaderText.Of("Check_CutsNumber"),
        _ => ReaderText.Of("Check_CutsWord"),
    };

    /// <summary>What is said of a part that stands nowhere.</summary>
    internal static string Missing => ReaderText.Of("Check_Missing");

    /// <summary>What is said before words are compared.</summary>
    internal static string Compared => ReaderText.Of("Check_Compared");

    /// <summary>What words are called that the given quotation has alone.</summary>
    internal static string Given => ReaderText.Of("Check_Given");

    /// <summary>What words are called that the article has alone.</summary>
    internal static string Article => ReaderText.Of("Check_Article");

    /// <summary>Null where letters differ. Words stand for each other only side by side: one that moved changes the sense.</summary>
    private static string? OnlyType(ComparedWords compared)
    {
        var different = compared.Runs.Where(run => run.By != ComparedBy.Both).ToArray();
        if (different.All(run => Letters(run).Length == 0))
        {
            return ReaderText.Of("Check_OnlyPunctuation");
        }

        for (var i = 0; i < compared.Runs.Length; i++)
        {
            var run = compared.Runs[i];
            if (run.By == ComparedBy.Given && i + 1 < compared.Runs.Length && compared.Runs[i + 1] is { By: ComparedBy.Article } article
                && string.Equals(Letters(run), Letters(article), StringComparison.OrdinalIgnoreCase))
            {
                i++;
            }
            else if (run.By != ComparedBy.Both && Letters(run).Length > 0)
            {
                return null;
            }
        }

        return ReaderText.Of("Check_OnlyCapitals");
    }

    private static string Letters(ComparedRun run) => string.Concat(run.Text.Where(c => !Punctuation.Contains(c) && !char.IsWhiteSpace(c)));

    private static int Found(QuoteCheck check) => check.Parts.Count(part => part.Quote is not null);

    private static string Found(int shown, int more) =>
        more == 0 ? ReaderText.Counted("Check_Found", shown) : ReaderText.Of("Check_FoundMore", shown + more, shown);
}
