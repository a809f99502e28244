using System.Collections.Immutable;

namespace BriefingBot.Answering;

/// <summary>An earlier question of the same person in the same conversation, with what was quoted for it.</summary>
/// <param name="Question">The question as it stands alone, with its own words of time and scope.</param>
/// <param name="Quotes">What was quoted, best first. Whether the person may still read it is asked again before it is used.</param>
public sealed record Turn(string Question, ImmutableArray<QuotedWords> Quotes)
{
    /// <summary>How many turns back a question is understood from; a door need not remember more.</summary>
    public const int MostRemembered = 4;

    /// <summary>What is to be remembered of a question and its answer.</summary>
    public static Turn Of(VerifiedAnswer answer) => new(
        answer.StandsAlone ?? answer.Question.Text,
        [.. answer.Quotes.Select(quote => new QuotedWords(quote.Article.Id, quote.Text))]);
}

/// <summary>Words that were quoted in a conversation: to look for again, not to show.</summary>
/// <param name="ArticleId">The article that they stood in.</param>
/// <param name="Words">The words.</param>
public sealed record QuotedWords(string ArticleId, string Words);
