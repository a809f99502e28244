using System.Collections.Immutable;
using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>What a question means after those before it, where that is more than it says.</summary>
/// <param name="Text">A question that stands alone.</param>
/// <param name="Speakers">Whose words the last quotes are, already found and drafted, where that was asked; else null.</param>
internal sealed record StandingQuestion(string Text, RecalledSpeakers? Speakers)
{
    // Of this search the weights are used, not the passages.
    private const int FewestPassages = 1;

    /// <summary>Null when the question stands alone.</summary>
    public static async Task<StandingQuestion?> OfAsync(Kernel kernel, Question question, KeptNameBooks names, CancellationToken cancellation)
    {
        ImmutableArray<Turn> turns = [.. question.Turns.Reverse().Take(Turn.MostRemembered)];
        if (turns.IsEmpty)
        {
            return null;
        }

        // Most questions stand alone, whatever their terms weigh.
        var earlier = turns.Select(turn => turn.Question).ToArray();
        if (OtherSource.MayBeNamed(question.Text, earlier[0])
            && OtherSource.Substitute(question.Text, earlier[0], names.Of(await kernel.ListNamesAsync(question.Asker, cancellation))) is { Length: <= Question.MaxLength } toOther)
        {
            return new(toOther, Speakers: null);
        }

        if (FollowUp.Rewrite(question.Text, earlier, ImmutableDictionary<string, double>.Empty) is null)
        {
            return null;
        }

        var speakers = SpeakerQuestion.Asks(question.Text) ? await RecalledSpeakers.FindAsync(kernel, question, turns[0].Quotes, cancellation) : null;
        var weights = (await kernel.SearchArticlesAsync(Limited(string.Join(' ', earlier)), question.Asker, question.Filter, FewestPassages, cancellation)).TermWeights;
        var rewritten = FollowUp.Rewrite(question.Text, earlier, weights, await IsKnownAsync(ImpliedTopic.OwnSubject(question.Text, earlier)));
        return rewritten is null || rewritten.Length > Question.MaxLength ? null : new(rewritten, speakers);

        async Task<bool> IsKnownAsync(string? subject) => subject is not null
            && (await kernel.SearchArticlesAsync(subject, question.Asker, question.Filter, FewestPassages, cancellation)).Lists is { Lexical.IsEmpty: false };
    }

    /// <summary>Whether the question asks nothing by itself, so that whatever it found would be found by chance: "and why?", "who said that?".</summary>
    public static bool NamesNothing(string question) => SpeakerQuestion.Asks(question) || BareQuestion.IsOne(QuestionWord.Of(question));

    private static string Limited(string text) => text.Length <= Question.MaxLength ? text : text[..Question.MaxLength];
}
