using System.Text.RegularExpressions;
using BriefingBot.State;
using BriefingBot.Web.Asking;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>"Forget me": everything that is stored of the person is erased, in every conversation.</summary>
internal sealed partial class ForgetMe(Exchange exchange, ILogger<ForgetMe> log) : ICommand
{
    public bool Takes(string text) => Words().IsMatch(text);

    public async Task AnswerAsync(string text, ITurnContext<IMessageActivity> turn, CancellationToken cancellation)
    {
        string said;
        try
        {
            await exchange.ForgetPersonAsync(turn.Activity, cancellation);
            said = AskingWords.PersonForgotten;
        }
        catch (StateStoreException outage)
        {
            log.LogWarning("A person could not be forgotten: {Reason}", outage.Message);
            said = AskingWords.NotForgotten;
        }

        await turn.SendActivityAsync(BotWords.Say(said), cancellation);
    }

    [GeneratedRegex(
        @"^/?(?:(?:please|bitte),? )?(?:forget\s*me|forget everything|(?:forget|delete|erase|remove) (?:everything|all) (?:that )?(?:about me|you (?:know|have|keep|stored)(?: (?:about|on|of) me)?)"
        + @"|(?:forget|delete|erase|remove) (?:all )?(?:of )?my (?:personal )?data"
        + @"|vergiss(?: bitte)?\s*(?:mich|alles)|vergessen sie(?: bitte)? (?:mich|alles)|(?:lösche?|löschen sie)(?: bitte)?(?: alle)? meine (?:persönlichen )?daten|(?:alle )?meine (?:persönlichen )?daten(?: bitte)? löschen)"
        + @"(?:,? (?:please|bitte))?\s*[.!]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
