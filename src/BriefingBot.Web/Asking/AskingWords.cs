using System.Globalization;
using BriefingBot.Answering;

namespace BriefingBot.Web.Asking;

/// <summary>What is said in place of an answer, in chat and on the page alike.</summary>
internal static class AskingWords
{
    public const string YouAreWelcome = "You are welcome. Ask me again whenever you want to know something.";

    public const string Hello = "Hello! Ask in a full sentence about the articles; the answer is their own words, each quote with its source.";

    public const string Forgotten = "A new topic: I have forgotten what you asked before. What do you want to know?";

    public const string PersonForgotten = "I have forgotten you: what you asked, in every conversation, and whatever else I kept of you is erased. Ask me again whenever you like.";

    public const string NotForgotten = "I am sorry: what I remember is out of reach at the moment, so I could not erase it. Please say that again in a minute.";

    public static string TooLong(int length) => string.Create(
        CultureInfo.InvariantCulture,
        $"Your question has {length:N0} characters, and I can take {Question.MaxLength:N0} at most. Please shorten it to what you want to know.");

    public static string OverBudget(int seconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"I am sorry: I did not find an answer within {seconds} seconds. Please ask again in a moment, or ask for less at once.");
}
