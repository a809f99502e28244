using System.Net;
using System.Security.Claims;
using System.Security.Principal;
using BriefingBot.Answering;
using BriefingBot.Web.Bot;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Access;

/// <summary>Stands before the bot's own code, and lets through whom <see cref="AllowedTenants"/> admit. Others are told so where they asked, and met with silence elsewhere.</summary>
internal sealed class TenantDoor(AllowedTenants tenants, ILogger<TenantDoor> log) : Microsoft.Bot.Builder.IMiddleware
{
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        var named = ActivityTenants.NamedBy(turnContext.Activity, turnContext.TurnState.Get<IIdentity>(BotAdapter.BotIdentityKey) as ClaimsIdentity);
        if (tenants.Admit(named))
        {
            return next(cancellationToken);
        }

        // What is asked is not logged, and of what the sender wrote as its tenant only what is an id.
        log.LogWarning(
            "A {Type} activity was refused: {Reason}. Answered are {Answered} (Bot:AllowedTenants)",
            turnContext.Activity.Type,
            named switch
            {
                [] => $"it names no tenant (channel {turnContext.Activity.ChannelId})",
                [var one] => $"its tenant is {(Guid.TryParseExact(one, "D", out var id) ? id : "not an id")}",
                _ => "it names several tenants",
            },
            tenants.Described);
        return turnContext.Activity switch
        {
            { Type: ActivityTypes.Invoke } => SendAsync(new(ActivityTypesEx.InvokeResponse) { Value = new InvokeResponse { Status = (int)HttpStatusCode.Forbidden } }),
            { Type: ActivityTypes.Message } message when !AnsweringBot.IsFromBot(message) && Addressee.IsBot(message) => SendAsync(BotWords.Say(AnswerWords.For(RefusalReason.NotAllowed))),
            _ => Task.CompletedTask,
        };

        Task SendAsync(Activity reply) => turnContext.SendActivityAsync(reply, cancellationToken);
    }
}
