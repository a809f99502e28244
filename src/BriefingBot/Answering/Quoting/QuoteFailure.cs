namespace BriefingBot.Answering;

/// <summary>The rules by which a quote is withheld, in words for logs and scripts. None of them repeats article text.</summary>
internal static class QuoteFailure
{
    public const string NotFound = "not in the article";
    public const string TooShort = "too short";
    public const string CutsCharacter = "cuts a character";
    public const string CutsWord = "cuts a word";
    public const string CutsNumber = "cuts a number";
    public const string BehindNegation = "starts behind a negation";
    public const string OutsideArticle = "outside the article";
    public const string OnlyBlanks = "only white space";

    /// <summary>The same of one part of a proposal with an ellipsis; parts count from 1.</summary>
    public static string InPart(int number, string failure) => $"part {number}: {failure}";
}
