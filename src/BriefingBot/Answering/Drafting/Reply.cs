using System.Text.RegularExpressions;
using BriefingBot.Articles;

namespace BriefingBot.Answering;

/// <summary>What answers where an article itself asks: an interviewer's question has the reader's words and none of the answer.</summary>
internal static partial class Reply
{
    // A reply that begins with "No." or "I think so." goes on until it says something.
    private const int Telling = 120;

    /// <summary>
    /// The run where it tells something, with the question before it where it is a short reply; else the reply to what it asks, with that
    /// question. Null where nobody replies within the passage.
    /// </summary>
    public static (SentenceRun Run, TextSpan? Question)? Or(SentenceRun run)
    {
        if (!IsQuestion(run, run.Last))
        {
            return run.First > 0 && run.Span.Length < Telling && IsQuestion(run, run.First - 1) && IsTurn(run) ? (TellingFrom(run), run.Sentences[run.First - 1]) : (run, null);
        }

        var first = run.Last + 1;
        while (first < run.Sentences.Length && IsQuestion(run, first))
        {
            first++;
        }

        if (first == run.Sentences.Length || IsNextQuestion(run, first))
        {
            return Tells(run) ? (run, null) : null;
        }

        var reply = TellingFrom(run with { First = first, Last = first });
        var both = run with { Last = reply.Last };
        return both.IsQuote ? (both, null) : (reply, run.Sentences[first - 1]);
    }

    private static SentenceRun TellingFrom(SentenceRun reply)
    {
        while (reply.Span.Length < Telling && reply.WithBehind is { } longer)
        {
            reply = longer;
        }

        return reply;
    }

    /// <summary>Whether it begins a turn of a conversation.</summary>
    private static bool IsTurn(SentenceRun run) =>
        ConversationTurn.SpeakerAt(run.Text, run.Span.Start) is not null && ConversationTurn.BeginningOf(run.Text, run.Span) is null;

    /// <summary>"…, right?" asks for a nod, and tells.</summary>
    private static bool IsQuestion(SentenceRun run, int at) =>
        run.Text.AsSpan(run.Sentences[at].Start..run.Sentences[at].End).TrimEnd("”\"’') \u00a0") is var sentence && sentence.EndsWith("?") && !Tag().IsMatch(sentence);

    private static bool Tells(SentenceRun run) => Enumerable.Range(run.First, run.Last - run.First + 1).Any(at => !IsQuestion(run, at));

    /// <summary>Whether whoever asked goes on in a new paragraph: the reply has been left out.</summary>
    private static bool IsNextQuestion(SentenceRun run, int at) =>
        QuotedSpeech.ParagraphStart(run.Text, run.Sentences[at].Start) > run.Span.Start
        && ConversationTurn.SpeakerAt(run.Text, run.Span.Start) is { } speaker && ConversationTurn.SpeakerAt(run.Text, run.Sentences[at].Start) == speaker;

    [GeneratedRegex(@",\s*(?:right|ok|okay|no|yes|you\s+know|eh|huh|\p{L}+n['’]t\s+\p{L}+|(?:do|does|did|is|are|was|were|has|have|would|will|could|can)\s+(?:you|they|it|he|she|we))\s?\?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
