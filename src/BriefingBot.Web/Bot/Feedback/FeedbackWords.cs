using BriefingBot.Texts;

namespace BriefingBot.Web.Bot;

/// <summary>What is said about feedback. Plain text.</summary>
internal static class FeedbackWords
{
    public static string Helpful => ReaderText.Of("Feedback_Helpful");

    public static string NotHelpful => ReaderText.Of("Feedback_NotHelpful");

    public static string Comment => ReaderText.Of("Feedback_Comment");

    public static string WhatDoYouThink => ReaderText.Of("Feedback_WhatDoYouThink");

    public static string Send => ReaderText.Of("Feedback_Send");

    public static string NoWords => ReaderText.Of("Feedback_NoWords");

    public static string HowTo => ReaderText.Of("Feedback_HowTo");

    public static string Of(FeedbackOutcome outcome) => outcome switch
    {
        FeedbackOutcome.Kept => ReaderText.Of("Feedback_Kept"),
        FeedbackOutcome.UnknownAnswer => ReaderText.Of("Feedback_UnknownAnswer"),
        _ => ReaderText.Of("Feedback_OutOfReach"),
    };
}
