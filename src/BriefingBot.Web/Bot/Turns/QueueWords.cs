using BriefingBot.Texts;

namespace BriefingBot.Web.Bot;

/// <summary>What is said to somebody whose questions wait.</summary>
internal static class QueueWords
{
    public static string Full => ReaderText.Of("Queue_Full", AnswerQueue.MostWaiting);

    /// <param name="questions">How many of the person's own wait behind one that is being answered; null where it is others' that take the time.</param>
    public static string Waiting(int? questions) => questions is { } own ? ReaderText.Counted("Queue_Waiting", own) : ReaderText.Of("Queue_Others");
}
