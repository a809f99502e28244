using System.Collections.Immutable;
using BriefingBot.Texts;
using BriefingBot.Web.Samples;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>What the bot says besides answers. Plain text, but for welcome and help, whose lists are Markdown's.</summary>
internal static class BotWords
{
    public static string PressOne => ReaderText.Of("Bot_PressOne");

    public static string Empty(ImmutableArray<OfferedQuestion> offered) => $"{ReaderText.Of("Bot_Empty")} {HowToAsk(offered)}";

    public static string AttachmentOnly(ImmutableArray<OfferedQuestion> offered) => $"{ReaderText.Of("Bot_AttachmentOnly")} {HowToAsk(offered)}";

    public static string Welcome(ImmutableArray<OfferedQuestion> offered) =>
        ReaderText.Of("Bot_Welcome", WhatToAsk(offered));

    /// <summary>Where only who mentions the bot is heard.</summary>
    public static string WelcomeInGroup(ImmutableArray<OfferedQuestion> offered) => $"{Welcome(offered)}\n\n{ReaderText.Of("Bot_HelpInGroups")}";

    public static string Help(ImmutableArray<OfferedQuestion> offered, IEnumerable<NamedCommand> commands) =>
        $"{ReaderText.Of("Bot_Help")}\n\n{WhatToAsk(offered)}\n\n{ReaderText.Of("Bot_HelpCommands")}\n\n{string.Join('\n', commands.Select(CommandWords.Line))}\n\n{ReaderText.Of("Bot_HelpInGroups")}";

    public static Activity Say(string text) => Message(text, TextFormatTypes.Plain);

    public static Activity Show(string markdown) => Message(markdown, TextFormatTypes.Markdown);

    /// <summary>Which version of an article.</summary>
    public static string Version(int number) => ReaderText.Of("Answer_Version", number);

    private static string HowToAsk(ImmutableArray<OfferedQuestion> offered) => ReaderText.Of("Bot_HowToAsk", offered is [{ Text: var text }, ..] ? text : ReaderText.Of("Bot_AnyQuestion"));

    private static string WhatToAsk(ImmutableArray<OfferedQuestion> offered) => offered.IsEmpty
        ? HowToAsk(offered)
        : $"{ReaderText.Of("Bot_Samples")}\n\n{List(offered, answered: true)}\n\n{ReaderText.Of("Bot_SamplesDoNot")}\n\n{List(offered, answered: false)}\n\n{ReaderText.Of("Bot_LikeThese")}";

    private static string List(ImmutableArray<OfferedQuestion> offered, bool answered) =>
        string.Join('\n', offered.Where(question => question.IsAnswered == answered).Select(question => $"- {question.Text}"));

    private static Activity Message(string text, string format) =>
        new() { Type = ActivityTypes.Message, Text = text, TextFormat = format, InputHint = InputHints.AcceptingInput };
}
