using Microsoft.SemanticKernel;

namespace BriefingBot.Answering;

/// <summary>
/// Understands what a question, or the subject of a briefing, asks for: what it means after those before it, which articles its words name, and of
/// which time. It looks names and events up among what the asker may read alone.
/// </summary>
/// <param name="kernel">With the articles' functions.</param>
/// <param name="names">The names that articles have.</param>
/// <param name="clock">The time.</param>
/// <param name="condenser">Has a language model understand follow-ups; null where none is configured.</param>
internal sealed class QuestionUnderstanding(Kernel kernel, KeptNameBooks names, TimeProvider clock, QuestionCondenser? condenser = null)
{
    /// <summary>The question with its day of asking, which is today (UTC) where it has none.</summary>
    public Question OnItsDay(Question question) => question with { Asked = question.Asked ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) };

    /// <summary>The question as it stands alone; null when it does as it was asked.</summary>
    public async Task<StandingQuestion?> StandingAsync(Question question, CancellationToken cancellation)
    {
        var byRules = await StandingQuestion.OfAsync(kernel, question, names, cancellation);
        if (condenser is null || question.IsExtractive || byRules is { Speakers: not null } or { Articles.IsEmpty: false } || (byRules is null && !QuestionCondenser.MayLean(question.Text)))
        {
            return byRules;
        }

        var earlier = StandingQuestion.Earlier(question.Turns);
        return earlier.IsEmpty || await condenser.CondenseAsync(question.Text, earlier, cancellation) is not { } rewritten ? byRules
            : rewritten == question.Text ? null
            : new(rewritten, Speakers: null, Articles: []);
    }

    /// <summary>The subject of a briefing as it stands alone; null when it does as it was given.</summary>
    public Task<string?> StandingSubjectAsync(DigestRequest request, CancellationToken cancellation) => StandingQuestion.SubjectAsync(kernel, request, cancellation);

    /// <summary>What a question means by its own words.</summary>
    /// <param name="question">With its day of asking.</param>
    /// <param name="text">The question as it stands alone.</param>
    /// <param name="cancellation">Ends the call.</param>
    public async Task<Understood> ReadAsync(Question question, string text, CancellationToken cancellation)
    {
        var scope = ScopeWords.MayBeIn(text) ? ScopeWords.Read(text, names.Of(await kernel.ListNamesAsync(question.Asker, cancellation))) : null;
        var understood = Understood.Read(text, question.Asked!.Value, question.Filter, scope);
        return understood.Time.Period is null && NamedEvent.Read(understood.Text) is { } named && await named.DateAsync(kernel, question, cancellation) is { } period
            ? understood with { Time = understood.Time with { Period = period, IsTold = true } }
            : understood;
    }

    /// <summary>What the subject of a briefing means, likewise.</summary>
    public async Task<Understood> ReadSubjectAsync(Question question, string text, CancellationToken cancellation) => (await ReadAsync(question, text, cancellation)).OfSubject();
}
