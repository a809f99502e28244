using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>
/// A card's button where the channel waits for what takes the card's place (learn.microsoft.com, "Universal Actions for Adaptive Cards"). The status of the
/// response itself is 200 whatever is in it.
/// </summary>
internal sealed class CardActions(ButtonPresses presses, ILogger<CardActions> log) : IInvocation
{
    private const string Sentence = "application/vnd.microsoft.activity.message";

    private const string Error = "application/vnd.microsoft.error";

    public string Name => "adaptiveCard/action";

    public async Task<InvokeResponse> AnswerAsync(ITurnContext<IInvokeActivity> turn, CancellationToken cancellation)
    {
        var action = (turn.Activity.Value as JObject)?["action"] as JObject;
        try
        {
            var result = await presses.PressAsync((action?[PressedButton.VerbName] as JValue)?.Value as string, action?["data"], turn, cancellation);
            return result.IsUnknown ? Response(StatusCodes.Status400BadRequest, Error, new JObject { ["code"] = "BadRequest", ["message"] = result.Sentence })
                : result.Card is { } card ? Response(StatusCodes.Status200OK, Cards.ContentType, card) : Response(StatusCodes.Status200OK, Sentence, result.Sentence);
        }
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            var reference = Apology.NewReference();
            log.LogError(Apology.IsOutage(fault) ? null : fault, "A card's button failed, reference {Reference}: {Reason}", reference, fault.Message);
            return Response(StatusCodes.Status200OK, Sentence, Apology.For(fault, reference));
        }
    }

    private static InvokeResponse Response(int status, string type, JToken value) => new()
    {
        Status = StatusCodes.Status200OK,
        Body = new AdaptiveCardInvokeResponse { StatusCode = status, Type = type, Value = value },
    };
}
