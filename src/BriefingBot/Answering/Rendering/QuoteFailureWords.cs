using BriefingBot.Texts;

namespace BriefingBot.Answering;

/// <summary>The rules by which a quote is withheld, for readers; logs and scripts have them as <see cref="OpenedArticle.Failure"/> is.</summary>
public static class QuoteFailureWords
{
    /// <summary>In a few words.</summary>
    public static string For(string failure) => failure switch
    {
        QuoteFailure.TooShort => ReaderText.Of("Failure_TooShort"),
        QuoteFailure.CutsCharacter => ReaderText.Of("Failure_CutsCharacter"),
        QuoteFailure.CutsWord => ReaderText.Of("Failure_CutsWord"),
        QuoteFailure.CutsNumber => ReaderText.Of("Failure_CutsNumber"),
        QuoteFailure.BehindNegation => ReaderText.Of("Failure_BehindNegation"),
        QuoteFailure.OutsideArticle => ReaderText.Of("Failure_OutsideArticle"),
        QuoteFailure.OnlyBlanks => ReaderText.Of("Failure_OnlyBlanks"),
        _ => ReaderText.Of("Failure_NotFound"),
    };
}
