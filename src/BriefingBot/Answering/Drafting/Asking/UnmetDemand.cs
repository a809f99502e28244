using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>
/// What a question demands in so many words and its quotes lack. The reader takes a sentence about the right thing for an answer, whatever was asked of it: "how much did it cost" is not
/// answered without an amount, nor "who did not sign" by those who did.
/// </summary>
internal static partial class UnmetDemand
{
    // In log-odds. The first had no exception among the 1,319 questions of squad2dev (every sixth) and clapnq; of those that lacked a number of the question one in eight was answered, of those
    // that lacked its denial one in thirty-five, where of all it was one in two.
    private const double Figure = 2.5;
    private const double Number = 0.7;
    private const double Denial = 2.0;
    private const double Contrary = 0.5;
    private const double Speaker = 1.0;

    /// <summary>By how much less likely it is that the quotes answer, in log-odds; 0 where they lack nothing.</summary>
    /// <param name="question">What was asked.</param>
    /// <param name="quotes">What would be shown.</param>
    public static double LackOf(string question, IReadOnlyList<Excerpt> quotes)
    {
        if (quotes.Count == 0)
        {
            return 0;
        }

        var shown = string.Join('\n', quotes.SelectMany(TextsOf));
        var lack = DemandedFigure.In(question) is { } figure && !quotes.Any(figure.IsGivenIn) ? Figure : 0;
        lack += Numbers().Matches(question).Any(number => !StandsIn(number.Value, shown, quotes)) ? Number : 0;
        lack += Asks().IsMatch(question) && Denials().IsMatch(question) && !Denied().IsMatch(shown) ? Denial : 0;
        lack += ContraryCheck.FaultOf(ClaimText.OfStatement(question), ClaimText.OfStatement(shown)) is not null ? Contrary : 0;
        return lack + (AskedSpeaker.In(question) is { IsNamed: true } speaker && !quotes.Any(speaker.SpeaksIn) ? Speaker : 0);
    }

    private static IEnumerable<string> TextsOf(Excerpt quote) =>
        [quote.Article.Title, quote.LeadIn is { } before ? quote.Article.Cut(before.Span) : "", quote.Article.Cut(quote.Span)];

    // An article of 2015 need not say that it tells of 2015.
    private static bool StandsIn(string number, string shown, IReadOnlyList<Excerpt> quotes) =>
        shown.Contains(number, StringComparison.Ordinal) || quotes.Any(quote => quote.Article.Published is { } day && number == day.Moment.Year.ToString(System.Globalization.CultureInfo.InvariantCulture));

    // Years, and other numbers of digits; one digit is too easily written in letters.
    [GeneratedRegex(@"(?<![\w.,])[0-9]{2,}(?:[.,][0-9]+)*(?!\w)")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"^\W*(?:(?:and|but|so|in|at|on|of|to|for|from|by|with|under|after|before|during)\s+)?(?:what|which|who|whom|whose|when|where|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asks();

    [GeneratedRegex(@"\b(?:not|never|without|cannot|nobody|none)\b|n[’']t\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Denials();

    // Also in other words than the question's: "failed to sign", "an unsigned treaty", "childless".
    [GeneratedRegex(
        @"\b(?:not|never|no|none|nobody|nothing|neither|nor|without|cannot|unable|lack\w*|hardly|barely|fail\w*|refus\w*|den(?:y|ies|ied)|declin\w*|reject\w*|except|absence|avoid\w*|exclu\w*|prevent\w*)\b|n[’']t\b"
        + @"|\b(?:un(?!i|der|til|cle|less)\w{4,}|non-?\w{3,}|dis(?:agre|allow|approv|like|qualif|obe)\w*|(?:ill|imp|irr|inc|ind)(?:egal|ossible|egular|omplete|apable|ependent)\w*)|\w{3,}less\b(?<!\bunless)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Denied();
}
