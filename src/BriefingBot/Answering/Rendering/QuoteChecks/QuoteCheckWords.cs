namespace BriefingBot.Answering;

/// <summary>The sentences around a quote check, the same in every channel.</summary>
public static class QuoteCheckWords
{
    /// <summary>What the check came to, in a sentence.</summary>
    public static string For(QuoteCheck check) => check.Outcome switch
    {
        QuoteCheckOutcome.Found => Found(check.Places.Length, check.MorePlaces),
        QuoteCheckOutcome.InParts when check is { MoreParts: 0 } && check.Parts.All(part => part.Quote is not null) => "No article has this as one quotation, but its parts stand in articles:",
        QuoteCheckOutcome.InParts when check.MoreParts == 0 => $"No article has this as one quotation. Of its {check.Parts.Length} parts only {Found(check)} can be found:",
        QuoteCheckOutcome.InParts => $"No article has this as one quotation. Of its first {check.Parts.Length} parts {Found(check)} can be found; the other {check.MoreParts} were not looked up:",
        QuoteCheckOutcome.NotFound when check.Nearest is null => "This is not in any article, and I found nothing like it.",
        QuoteCheckOutcome.NotFound => "This is not in any article. The nearest passage:",
        QuoteCheckOutcome.TooShort => $"This is too short to tell where it is from. Give at least {QuoteLocator.FewestWords} words and {QuoteLocator.FewestCharacters} characters of it.",
        _ => throw new ArgumentOutOfRangeException(nameof(check), check.Outcome, "No sentence for this outcome."),
    };

    /// <summary>What is said beside words that stand in an article which its source has corrected; the words of the correction follow.</summary>
    public static string For(LaterCorrection correction) => correction.IsOfWords ? "The same source has corrected this since:" : "The same source has corrected this article since:";

    // Not the dash, which may be a sign.
    private const string Punctuation = ".,;:!?'\"“”‘’…";

    /// <summary>Why words that stand in an article are not confirmed; null where words differ.</summary>
    public static string? NotConfirmed(NearestPassage nearest) => nearest.Failure switch
    {
        null => OnlyType(nearest.Compared),
        QuoteFailure.BehindNegation => "Its words stand there, but the word in front of them turns it around.",
        QuoteFailure.CutsNumber => "Its words stand there, but it cuts a number.",
        _ => "Its words stand there, but it cuts a word.",
    };

    /// <summary>What is said of a part that stands nowhere.</summary>
    internal const string Missing = "In no article:";

    /// <summary>What is said before words are compared.</summary>
    internal const string Compared = "Word for word";

    /// <summary>What words are called that the given quotation has alone.</summary>
    internal const string Given = "yours";

    /// <summary>What words are called that the article has alone.</summary>
    internal const string Article = "article";

    /// <summary>Null where letters differ. Words stand for each other only side by side: one that moved changes the sense.</summary>
    private static string? OnlyType(ComparedWords compared)
    {
        var different = compared.Runs.Where(run => run.By != ComparedBy.Both).ToArray();
        if (different.All(run => Letters(run).Length == 0))
        {
            return "The words stand there; only the punctuation is different.";
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

        return "The words stand there; only capitals are different.";
    }

    private static string Letters(ComparedRun run) => string.Concat(run.Text.Where(c => !Punctuation.Contains(c) && !char.IsWhiteSpace(c)));

    private static int Found(QuoteCheck check) => check.Parts.Count(part => part.Quote is not null);

    private static string Found(int shown, int more) => (shown, more) switch
    {
        (1, 0) => "These words stand in an article:",
        (_, 0) => $"These words stand in {shown} places:",
        _ => $"These words stand in {shown + more} places. The oldest {shown}:",
    };
}
