using BriefingBot.Answering;
using BriefingBot.Texts;

namespace BriefingBot.Web.Asking;

/// <summary>What is said in place of an answer, in chat and on the page alike.</summary>
internal static class AskingWords
{
    public static string YouAreWelcome => ReaderText.Of("Asking_YouAreWelcome");

    public static string Hello => ReaderText.Of("Asking_Hello");

    public static string Forgotten => ReaderText.Of("Asking_Forgotten");

    public static string PersonForgotten => ReaderText.Of("Asking_PersonForgotten");

    public static string NotForgotten => ReaderText.Of("Asking_NotForgotten");

    public static string TooLong(int length) => ReaderText.Of("Asking_TooLong", length, Question.MaxLength);

    public static string OverBudget(int seconds) => ReaderText.Of("Asking_OverBudget", seconds);

    public static string NoWords => ReaderText.Of("Asking_NoWords");
}
