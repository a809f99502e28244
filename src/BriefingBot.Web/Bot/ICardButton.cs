using Microsoft.Bot.Builder;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>A kind of button on our cards, whether its press comes as an invoke (<see cref="CardActions"/>) or, where a channel has none, as a message's value.</summary>
internal interface ICardButton
{
    /// <summary>Whether a button with this verb is of this kind.</summary>
    bool Takes(string verb);

    /// <summary>Does what it says. Its data come back from a client, so nothing in them is trusted.</summary>
    Task<ButtonResult> PressAsync(string verb, JObject data, ITurnContext turn, CancellationToken cancellation);
}
