using System.Text.RegularExpressions;
using BriefingBot.Answering;
using BriefingBot.Articles;
using BriefingBot.Web.Asking;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>"Latest", what the newest articles begin with; "latest on the flood", the newest that there is about it.</summary>
internal sealed partial class LatestCommand(BriefOn brief, NewestArticles newest, Exchange exchange, TimeProvider time) : ICommand
{
    private const int MostQuotes = 5;

    public bool Takes(string text) => Bare().IsMatch(text) || About().IsMatch(text);

    public async Task AnswerAsync(string text, ITurnContext<IMessageActivity> turn, CancellationToken cancellation)
    {
        await exchange.AnswerAsync(turn, FindAsync, Turn.Of, Shown.Of, cancellation);

        Task<Digest> FindAsync(RememberedTurns before, CancellationToken cancelled) => Bare().IsMatch(text)
            ? newest.ReadAsync(Asker.Unknown, MostQuotes, cancelled)
            : brief(new($"the latest on {About().Match(text).Groups["topic"].Value.TrimEnd(' ', '\n', '.', '!')}", Asker.Unknown) { Quotes = MostQuotes, NewestFirst = true, Turns = before.Turns, Asked = AskedDay.Of(turn.Activity, time) }, cancelled);
    }

    [GeneratedRegex(@"^/?(?:the )?(?:latest|newest)(?: (?:news|articles?|headlines))?[\s.!?]*$|^what(?:'s|’s| is) (?:new|the latest(?: news)?)[\s.!?]*$"
        + @"|^/?(?:das )?neu(?:es|este|estes)[\s.!?]*$|^was gibt(?:'s|’s| es) neues[\s.!?]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    // With a question mark at its end it is a question, which is answered in the same order.
    [GeneratedRegex(@"^/?(?:the )?latest(?: (?:news|articles?|headlines|quotes))?(?: (?:on|about))?:? (?=[^?]*\w)(?<topic>(?>[^?]*))$"
        + @"|^/?(?:(?:das )?neu(?:es|este|estes)|was gibt(?:'s|’s| es) neues) (?:zu|zum|zur|über):? (?=[^?]*\w)(?<topic>(?>[^?]*))[\s.!?]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex About();
}
