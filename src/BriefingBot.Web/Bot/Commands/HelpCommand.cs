using System.Text.RegularExpressions;
using BriefingBot.Web.Asking;
using BriefingBot.Web.Samples;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>"Help": how to ask, every other command, and for whoever may load files that they can.</summary>
internal sealed partial class HelpCommand(OfferedQuestions offered, IEnumerable<NamedCommand> commands, FileDrop drops) : ICommand
{
    public bool Takes(string text) => SmallTalk.AsksForHelp(text) || Words().IsMatch(text);

    public Task AnswerAsync(string text, ITurnContext<IMessageActivity> turn, CancellationToken cancellation) =>
        offered.SayWithAsync(questions => BotWords.Help(questions, commands) + (drops.Admits(turn.Activity) ? $"\n\n{LoadWords.Help}" : ""), turn, cancellation);

    [GeneratedRegex(@"^/?(?:commands|what can you do|how does this work|befehle|was können sie)[\s.!?]*$|^/start$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
