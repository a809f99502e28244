using System.Globalization;
using BriefingBot.Answering;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>What the bot says besides answers. Plain text: nothing in it is meant as Markdown.</summary>
internal static class BotWords
{
    private const string HowToAsk = "Ask in a full sentence, for example: Who won the election in Iceland?";

    public const string Welcome =
        "Hello! I answer questions about the articles I was given, with word-for-word quotes and their sources. " + HowToAsk + " Type help to see what else I can do.";

    public const string Help =
        "I answer questions about the articles I was given. Every quote stands word for word in its article, with the source beside it; "
        + "when I find no words that answer, I say so.\n\n" + HowToAsk + "\n\nIn a channel or a group chat, mention me and ask in the same message.";

    public const string Empty = "Your message had no text, so I have nothing to look up. " + HowToAsk;

    public const string AttachmentOnly = "I can read text only, and your message had an attachment without text. Please type your question. " + HowToAsk;

    public static string TooLong(int length) => string.Create(
        CultureInfo.InvariantCulture,
        $"Your question has {length:N0} characters, and I can take {Question.MaxLength:N0} at most. Please shorten it to what you want to know.");

    public static string OverBudget(int seconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"I am sorry: I did not find an answer within {seconds} seconds. Please ask again in a moment, or ask for less at once.");

    public static string Apology(string reference) =>
        $"I am sorry: something went wrong on my side and I could not answer. Please try again. If it happens again, tell whoever runs this bot the reference {reference}.";

    public static Activity Say(string text) => Message(text, TextFormatTypes.Plain);

    public static Activity Show(string markdown) => Message(markdown, TextFormatTypes.Markdown);

    private static Activity Message(string text, string format) =>
        new() { Type = ActivityTypes.Message, Text = text, TextFormat = format, InputHint = InputHints.AcceptingInput };
}
