using System.Globalization;

namespace BriefingBot.Web.Bot;

/// <summary>What is said to somebody whose questions wait.</summary>
internal static class QueueWords
{
    public static readonly string Full = string.Create(
        CultureInfo.InvariantCulture,
        $"You have {AnswerQueue.MostWaiting} questions waiting, and I can keep no more in mind. Please ask this one again when I have answered some, or say new topic and I drop them all.");

    /// <param name="questions">How many of the person's own wait behind one that is being answered; null where it is others' that take the time.</param>
    public static string Waiting(int? questions) => questions switch
    {
        null => "Several people are asking me at once. I answer you as soon as it is your turn.",
        1 => "I am still at your question before; this one is next.",
        _ => string.Create(CultureInfo.InvariantCulture, $"You have {questions} questions waiting; I answer them in order."),
    };
}
