using System.Text.RegularExpressions;

namespace BriefingBot.Answering;

/// <summary>What a question's words of time ask for.</summary>
/// <param name="Text">What to look for in articles of any time: the question, without words that can only be about the articles.</param>
/// <param name="Bare">What to look for in articles of the period: the question without the words that name it.</param>
/// <param name="Period">When the articles were published; null when nothing is said of it.</param>
/// <param name="IsRequired">Whether older articles do not answer; otherwise the period is only preferred.</param>
/// <param name="Recency">Whether newer articles go first.</param>
internal sealed record TimeMeant(string Text, string Bare, Period? Period, bool IsRequired, Recency Recency)
{
    /// <summary>Whether people should be told a period that only prefers: what the articles make of an event, or what a briefing leaves out by.</summary>
    public bool IsTold { get; init; }

    /// <summary>
    /// The same in the subject of a briefing, which tells what happened by the day of publication: what was published before <c>since May</c> or
    /// <c>after 2015</c> cannot tell of it, and whatever else a period named leaves out is not left out without a word.
    /// </summary>
    public TimeMeant OfSubject(DateOnly asked) => this switch
    {
        { Period: null } or { IsRequired: true } => this,
        { Period: { End: var end } period, IsTold: false } when end == DateOnly.MaxValue && period.Start <= asked => this with { Text = Bare, Period = period.UntilAsked(asked), IsRequired = true },
        { Period: { } period } => this with { Period = period.UntilAsked(asked), IsTold = true },
    };

    /// <summary>A period named by words of the question; they are no longer looked for where it is required.</summary>
    public static TimeMeant Of(string question, Match words, Period period, bool isRequired)
    {
        var bare = question.Without(words);
        return new(isRequired ? bare : question, bare, period, isRequired, Recency.Any);
    }

    /// <summary>
    /// The days since, after, before or until a period. What came before may also be told later, so it only prefers. Null, and nothing is meant, when
    /// that is every day or none up to the one of asking.
    /// </summary>
    public static TimeMeant? By(string how, string question, Match words, Period period, DateOnly asked, bool isRequired)
    {
        var meant = period.By(how).UntilAsked(asked);
        var isOpen = how.Length > 0 && (meant.Start > asked || (meant.Start == DateOnly.MinValue && meant.End >= asked));
        return isOpen ? null : Of(question, words, meant, isRequired && !(how.Length > 0 && meant.Start == DateOnly.MinValue));
    }
}

/// <summary>How much it matters that an article is new.</summary>
internal enum Recency
{
    /// <summary>Not at all.</summary>
    Any,

    /// <summary>Of articles that answer alike the newer one goes first.</summary>
    Preferred,

    /// <summary>What is newest was asked for.</summary>
    First,
}
