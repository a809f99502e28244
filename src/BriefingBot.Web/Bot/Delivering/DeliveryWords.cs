using System.Globalization;
using BriefingBot.Answering;

namespace BriefingBot.Web.Bot;

/// <summary>What is said while an answer is on its way, and when not all of it arrives. Plain text that is Markdown as well.</summary>
internal static class DeliveryWords
{
    public const string Shortened = "… shortened: this chat takes no longer message. Please ask for less at once to see the rest.";

    public const string TooLarge = "I have more to show, but this chat does not take a message of that size. Please ask for less at once.";

    public const string Bare = "This chat did not take my message in its usual form, so it comes in plain words.";

    public const string CardRefused = "I have a card to show that this chat does not take.";

    public const string Ended = "I stopped looking: you began something new.";

    /// <summary>What is being done.</summary>
    public static string Of(AnsweringStep step) => step switch
    {
        AnsweringStep.Reading { Passages: > 0 } reading => Counted("Reading", reading.Passages, "passage"),
        AnsweringStep.CheckingQuotes { Count: > 0 } checking => Counted("Checking", checking.Count, "quote"),
        AnsweringStep.Writing => "Writing the answer",
        _ => "Searching the articles",
    };

    private static string Counted(string doing, int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{doing} {count} {what}{(count == 1 ? "" : "s")}");
}
