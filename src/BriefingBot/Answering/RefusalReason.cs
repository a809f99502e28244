namespace BriefingBot.Answering;

/// <summary>Why a question was not answered. Each reason has its own sentence (<see cref="AnswerWords"/>).</summary>
public enum RefusalReason
{
    /// <summary>No article has anything to do with the question.</summary>
    NothingFound,

    /// <summary>Articles on the subject were found, but no words in them that answer.</summary>
    NotEnough,

    /// <summary>Only articles older than what was asked for answer it.</summary>
    Stale,

    /// <summary>The asker may not use the bot. It never speaks of an article.</summary>
    NotAllowed,

    /// <summary>Quotes were proposed, and not one of them stands in its article.</summary>
    QuotesFailed,
}
