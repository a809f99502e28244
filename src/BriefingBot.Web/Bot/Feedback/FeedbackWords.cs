namespace BriefingBot.Web.Bot;

/// <summary>What is said about feedback. Plain text.</summary>
internal static class FeedbackWords
{
    public const string Helpful = "Helpful";

    public const string NotHelpful = "Not helpful";

    public const string Comment = "Comment";

    public const string WhatDoYouThink = "What do you think of this answer?";

    public const string Send = "Send";

    public const string NoWords = "You sent no words, so I have noted nothing. Please write what you think of the answer, and send it again.";

    public const string HowTo =
        "Tell me what you think of my last answer: press a thumb below it, or write feedback and your words, for example: feedback the second quote is about another year. "
        + "Whoever looks after me reads it, with your question.";

    public static string Of(FeedbackOutcome outcome) => outcome switch
    {
        FeedbackOutcome.Kept => "Thank you. I have noted what you think of the answer; whoever looks after me reads it, with your question.",
        FeedbackOutcome.UnknownAnswer => "I know of no answer here that this could be about; I keep answers only for a time. Please ask again, and then tell me what you think.",
        _ => "I am sorry: what I note is out of reach at the moment, so I could not keep that. Please say it again in a minute.",
    };
}
