using System.Globalization;
using BriefingBot.Answering;

namespace BriefingBot.Web.Asking;

/// <summary>What is said of a question that is not answered, in chat and on the page alike.</summary>
internal static class AskingWords
{
    public static string TooLong(int length) => string.Create(
        CultureInfo.InvariantCulture,
        $"Your question has {length:N0} characters, and I can take {Question.MaxLength:N0} at most. Please shorten it to what you want to know.");

    public static string OverBudget(int seconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"I am sorry: I did not find an answer within {seconds} seconds. Please ask again in a moment, or ask for less at once.");
}
