using BriefingBot.Answering;
using BriefingBot.Texts;

namespace BriefingBot.Web.Bot;

/// <summary>What is said while an answer is on its way, and when not all of it arrives. Plain text that is Markdown as well.</summary>
internal static class DeliveryWords
{
    public static string Shortened => ReaderText.Of("Delivery_Shortened");

    public static string TooLarge => ReaderText.Of("Delivery_TooLarge");

    public static string Bare => ReaderText.Of("Delivery_Bare");

    public static string CardRefused => ReaderText.Of("Delivery_CardRefused");

    public static string Ended => ReaderText.Of("Delivery_Ended");

    /// <summary>What is being done.</summary>
    public static string Of(AnsweringStep step) => step switch
    {
        AnsweringStep.Reading { Passages: > 0 } reading => ReaderText.Counted("Delivery_Reading", reading.Passages),
        AnsweringStep.CheckingQuotes { Count: > 0 } checking => ReaderText.Counted("Delivery_Checking", checking.Count),
        AnsweringStep.Writing => ReaderText.Of("Delivery_Writing"),
        _ => ReaderText.Of("Delivery_Searching"),
    };
}
