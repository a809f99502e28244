using System.Collections.Immutable;
using BriefingBot.Articles;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>What a question means after those before it, where that is more than it says.</summary>
/// <param name="Text">A question that stands alone.</param>
/// <param name="Speakers">Whose words the last quotes are, already found and drafted, where that was asked; else null.</param>
/// <param name="Articles">Where the quotation stands that was checked before and is asked about now; empty where that is not so.</param>
internal sealed record StandingQuestion(string Text, RecalledSpeakers? Speakers, ImmutableArray<string> Articles)
{
    // Of this search the weights are used, not the passages.
    private const int FewestPassages = 1;

    /// <summary>Null when the question stands alone.</summary>
    public static async Task<StandingQuestion?> OfAsync(Kernel kernel, Question question, KeptNameBooks names, CancellationToken cancellation)
    {
        var turns = Recalled(question.Turns);
        if (turns.IsEmpty)
        {
            return null;
        }

        // Most questions stand alone, whatever their terms weigh.
        var earlier = turns.Select(turn => turn.Question).ToArray();
        if (OtherSource.MayBeNamed(question.Text, earlier[0])
            && OtherSource.Substitute(question.Text, earlier[0], names.Of(await kernel.ListNamesAsync(question.Asker, cancellation))) is { Length: <= Question.MaxLength } toOther)
        {
            return new(toOther, Speakers: null, Articles: []);
        }

        if (FollowUp.Rewrite(question.Text, earlier, ImmutableDictionary<string, double>.Empty) is null)
        {
            return null;
        }

        var speakers = SpeakerQuestion.Asks(question.Text) ? await RecalledSpeakers.FindAsync(kernel, question, turns[0].Quotes, cancellation) : null;
        var weights = await WeightsAsync(kernel, earlier, question.Asker, question.Filter, cancellation);
        var rewritten = FollowUp.Rewrite(question.Text, earlier, weights, await IsKnownAsync(ImpliedTopic.OwnSubject(question.Text, earlier)));
        var isOfQuotation = Quotation.IsOne(earlier[0]) && rewritten?.Contains(earlier[0], StringComparison.Ordinal) == true;
        return rewritten is null || rewritten.Length > Question.MaxLength ? null : new(rewritten, speakers, isOfQuotation ? [.. turns[0].Quotes.Select(quote => quote.ArticleId)] : []);

        async Task<bool> IsKnownAsync(string? subject) => subject is not null
            && (await kernel.SearchArticlesAsync(subject, question.Asker, question.Filter, FewestPassages, cancellation)).Lists is { Lexical.IsEmpty: false };
    }

    /// <summary>What a briefing is wanted on, after what was asked before; null when the subject stands alone.</summary>
    public static async Task<string?> SubjectAsync(Kernel kernel, DigestRequest request, CancellationToken cancellation)
    {
        var earlier = Recalled(request.Turns).Select(turn => turn.Question).ToArray();
        return FollowUp.RewriteSubject(request.Subject, earlier, ImmutableDictionary<string, double>.Empty) is not null
            && FollowUp.RewriteSubject(request.Subject, earlier, await WeightsAsync(kernel, earlier, request.Asker, request.Filter, cancellation)) is { Length: <= Question.MaxLength } subject
            ? subject
            : null;
    }

    /// <summary>
    /// Whether the question asks nothing by itself, so that whatever it found would be found by chance: "and why?", "who said that?", "what did he say?".
    /// </summary>
    public static bool NamesNothing(string question) =>
        SpeakerQuestion.Asks(question) || BareQuestion.IsOne(QuestionWord.Of(question)) || FollowUp.OnlyPoints(question);

    /// <summary>The questions that a later one may lean on, the last one first.</summary>
    public static ImmutableArray<string> Earlier(ImmutableArray<Turn> turns) => [.. Recalled(turns).Select(turn => turn.Question)];

    /// <summary>The last one first.</summary>
    private static ImmutableArray<Turn> Recalled(ImmutableArray<Turn> turns) => [.. turns.Reverse().Where(turn => !turn.IsScrap).Take(Turn.MostRemembered)];

    private static async Task<ImmutableDictionary<string, double>> WeightsAsync(Kernel kernel, string[] earlier, Asker asker, ArticleFilter filter, CancellationToken cancellation) =>
        (await kernel.SearchArticlesAsync(Limited(string.Join(' ', earlier)), asker, filter, FewestPassages, cancellation)).TermWeights;

    private static string Limited(string text) => text.Length <= Question.MaxLength ? text : text[..Question.MaxLength];
}
