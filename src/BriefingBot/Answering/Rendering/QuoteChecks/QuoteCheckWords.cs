namespace BriefingBot.Answering;

/// <summary>The sentences around a quote check, the same in every channel.</summary>
public static class QuoteCheckWords
{
    /// <summary>What the check came to, in a sentence.</summary>
    public static string For(QuoteCheck check) => check.Outcome switch
    {
        QuoteCheckOutcome.Found => Found(check.Places.Length, check.MorePlaces),
        QuoteCheckOutcome.InParts when check.Parts.All(part => part.Quote is not null) => "No article has this as one quotation, but its parts stand in articles:",
        QuoteCheckOutcome.InParts => $"No article has this as one quotation. Of its {check.Parts.Length} parts only {check.Parts.Count(part => part.Quote is not null)} can be found:",
        QuoteCheckOutcome.NotFound when check.Nearest is null => "This is not in any article, and I found nothing like it.",
        QuoteCheckOutcome.NotFound => "This is not in any article. The nearest passage:",
        QuoteCheckOutcome.TooShort => $"This is too short to tell where it is from. Give at least {QuoteLocator.FewestWords} words and {QuoteLocator.FewestCharacters} characters of it.",
        _ => throw new ArgumentOutOfRangeException(nameof(check), check.Outcome, "No sentence for this outcome."),
    };

    // Not the dash, which may be a sign.
    private const string Punctuation = ".,;:!?'\"“”‘’…";

    /// <summary>Why words that stand in an article are not confirmed; null where words differ.</summary>
    public static string? NotConfirmed(NearestPassage nearest) => nearest.Failure switch
    {
        null => OnlyPunctuation(nearest.Compared) ? "The words stand there; only the punctuation is different." : null,
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

    private static bool OnlyPunctuation(ComparedWords compared) =>
        compared.Runs.Where(run => run.By != ComparedBy.Both).All(run => run.Text.All(c => Punctuation.Contains(c) || char.IsWhiteSpace(c)));

    private static string Found(int shown, int more) => (shown, more) switch
    {
        (1, 0) => "These words stand in an article:",
        (_, 0) => $"These words stand in {shown} places:",
        _ => $"These words stand in {shown + more} places. The oldest {shown}:",
    };
}
