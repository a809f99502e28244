using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>An earlier question of the same person in the same conversation, with what was quoted for it.</summary>
/// <param name="Question">The question as it stands alone, with its own words of time and scope; of a quotation that was checked, that in quotation marks.</param>
/// <param name="Quotes">What was quoted, best first. Whether the person may still read it is asked again before it is used.</param>
public sealed record Turn(string Question, ImmutableArray<QuotedWords> Quotes)
{
    /// <summary>How many turns back a question is understood from; a door need not remember more.</summary>
    public const int MostRemembered = 4;

    /// <summary>Words that ask nothing and found nothing, such as "cheers" or "and when?": no later question is about them. A name behind the first word may be meant.</summary>
    internal bool IsScrap => Quotes.IsEmpty && (StandingQuestion.NamesNothing(Question) || (BareSubject.IsOne(Question) && !QuestionWord.Of(Question).Skip(1).Any(word => word.IsName)));

    /// <summary>What is to be remembered of a question and its answer.</summary>
    public static Turn Of(VerifiedAnswer answer) => Of(answer.StandsAlone ?? answer.Question.Text, answer.Quotes);

    /// <summary>What is to be remembered of a briefing.</summary>
    public static Turn Of(Digest digest) => Of($"What about {digest.Subject}?", digest.Developments.SelectMany(development => development.Quotes));

    /// <summary>What is to be remembered of a quotation and the first place where it stands; nothing of what merely comes near it.</summary>
    public static Turn Of(QuoteCheck check) => Of(Quotation.Of(check.Given), check.Places.IsEmpty ? check.Parts.Select(part => part.Quote).OfType<VerifiedQuote>() : check.Places[0].Quotes);

    private static Turn Of(string question, IEnumerable<VerifiedQuote> quotes) =>
        new(question, [.. quotes.Take(ExtractiveDrafter.MaxQuotes).Select(quote => new QuotedWords(quote.Article.Id, quote.Text))]);
}

/// <summary>Words that were quoted in a conversation: to look for again, not to show.</summary>
/// <param name="ArticleId">The article that they stood in.</param>
/// <param name="Words">The words.</param>
public sealed record QuotedWords(string ArticleId, string Words);
