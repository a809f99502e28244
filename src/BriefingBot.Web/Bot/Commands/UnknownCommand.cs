using System.Text.RegularExpressions;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Web.Asking;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Bot;

/// <summary>
/// What looks like a command and is none: a text that begins with a slash, or that is nearly a command's name. The nearest one is offered. The name of a command is a word of the
/// language, and so may be its neighbours: these are looked for in the articles first.
/// </summary>
internal sealed partial class UnknownCommand(AskArticles ask, Exchange exchange, IEnumerable<NamedCommand> commands, IOptions<BotOptions> options, TimeProvider time)
{
    private const int LongestEcho = 40;

    // What has more words is a question, however near it is.
    private const int MostWordsOfNearText = 2;

    public bool Takes(string text) => Slash().IsMatch(text) || NearestTo(Plain(text), isWhole: true) is not null;

    public async Task AnswerAsync(string text, ITurnContext<IMessageActivity> turn, CancellationToken cancellation)
    {
        var isSlash = Slash().IsMatch(text);
        if (!isSlash && await ask.WithinAsync(options.Value.AnswerTimeout, new(text, Asker.Unknown) { Asked = AskedDay.Of(turn.Activity, time) }, time, cancellation) is { Refusal: null } found)
        {
            await exchange.AnswerAsync(turn, (_, _) => Task.FromResult(found), Turn.Of, Shown.Of, cancellation);
            return;
        }

        var nearest = NearestTo(Plain(text), isWhole: !isSlash);
        var (written, press) = (Shortened.AtWord(text, LongestEcho), nearest is { StandsAlone: true } ? nearest.Name : CommandWords.Help.Name);
        await turn.SendActivityAsync(BotWords.Say(isSlash ? CommandWords.NoCommand(written, nearest) : CommandWords.NothingAbout(written, nearest!)).Offer([press], turn.Activity), cancellation);
    }

    /// <summary>The nearest command to a text or, where it may go on behind the name, to as many words at its beginning as the name has.</summary>
    private NamedCommand? NearestTo(string text, bool isWhole)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return commands
            .SelectMany(command => command.Names, (command, name) => (command, name, Length: name.Split(' ').Length))
            .Where(named => isWhole ? words.Length == named.Length && named.Length <= MostWordsOfNearText : words.Length >= named.Length)
            .Select(named => (named.command, Distance: NamedCommand.Distance(string.Join(' ', words.Take(named.Length)), named.name)))
            .Where(near => near.Distance is not null)
            .OrderBy(near => near.Distance)
            .Select(near => near.command)
            .FirstOrDefault();
    }

    private static string Plain(string text) => text.Trim('/', ' ', '.', '!', '?', ':');

    // "/etc/passwd" is none.
    [GeneratedRegex(@"^/\p{L}[\p{L}\p{N}_-]*(?:[\s:.!?]|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Slash();
}
