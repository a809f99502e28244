using System.Collections.Immutable;
using System.Globalization;
using BriefingBot.Web.Samples;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>What the bot says besides answers. Plain text, but for welcome and help, whose lists are Markdown's.</summary>
internal static class BotWords
{
    private const string HowToAsk = "Ask in a full sentence, for example: Who won the election in Iceland?";

    public const string Empty = "Your message had no text, so I have nothing to look up. " + HowToAsk;

    public const string AttachmentOnly = "I can read text only, and your message had an attachment without text. Please type your question. " + HowToAsk;

    public static string Welcome(ImmutableArray<OfferedQuestion> offered) =>
        $"Hello! I answer questions about the articles I was given, with word-for-word quotes and their sources. {WhatToAsk(offered)} Type help to see what else I can do.";

    public static string Help(ImmutableArray<OfferedQuestion> offered, IEnumerable<NamedCommand> commands) =>
        "I answer questions about the articles I was given. Every quote stands word for word in its article, with the source beside it; "
        + $"when I find no words that answer, I say so. "
        + $"A short question, such as and when?, I take as going on from your last one.\n\n{WhatToAsk(offered)}\n\n"
        + $"You can also write:\n\n{string.Join('\n', commands.Select(CommandWords.Line))}\n\nIn a channel or a group chat, mention me and ask in the same message.";

    public static Activity Say(string text) => Message(text, TextFormatTypes.Plain);

    public static Activity Show(string markdown) => Message(markdown, TextFormatTypes.Markdown);

    /// <summary>Which version of an article.</summary>
    public static string Version(int number) => string.Create(CultureInfo.InvariantCulture, $"version {number}");

    private static string WhatToAsk(ImmutableArray<OfferedQuestion> offered) => offered.IsEmpty
        ? HowToAsk
        : $"Among them are samples, invented news from an invented country, so that you can try me. They answer:\n\n{List(offered, answered: true)}\n\n"
            + $"They do not answer this, and I shall say so:\n\n{List(offered, answered: false)}\n\nAsk in full sentences like these.";

    private static string List(ImmutableArray<OfferedQuestion> offered, bool answered) =>
        string.Join('\n', offered.Where(question => question.IsAnswered == answered).Select(question => $"- {question.Text}"));

    private static Activity Message(string text, string format) =>
        new() { Type = ActivityTypes.Message, Text = text, TextFormat = format, InputHint = InputHints.AcceptingInput };
}
