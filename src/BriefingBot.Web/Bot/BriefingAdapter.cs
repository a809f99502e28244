using BriefingBot.Web.Access;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Builder.Integration.AspNet.Core;
using Microsoft.Bot.Connector.Authentication;
using Microsoft.Bot.Schema;

namespace BriefingBot.Web.Bot;

/// <summary>Bot Framework's adapter, and the one door at which a turn's faults are caught: logged with a reference that the user is told.</summary>
internal sealed class BriefingAdapter : CloudAdapter
{
    private readonly ActivityDelivery _delivery;
    private readonly ILogger<BriefingAdapter> _log;

    public BriefingAdapter(BotFrameworkAuthentication authentication, ActivityDelivery delivery, TenantDoor door, ILoggerFactory loggers)
        : base(authentication, loggers.CreateLogger<CloudAdapter>())
    {
        _delivery = delivery;
        _log = loggers.CreateLogger<BriefingAdapter>();
        OnTurnError = ApologiseAsync;
        Use(new TurnLanguage());
        Use(door);
    }

    /// <summary>
    /// One turn, to its end: not under the request's token, because Teams hangs up after about 15 s and still expects the answer. The bot
    /// keeps its own time budget.
    /// </summary>
    /// <exception cref="UnauthorizedAccessException">The header's token is not one for this bot.</exception>
    public Task<InvokeResponse?> RunTurnAsync(string? authorization, Activity activity, IBot bot) =>
        ProcessActivityAsync(authorization, activity, bot.OnTurnAsync, CancellationToken.None)!;

    /// <summary>Answers, apologies and what is sent without being asked alike.</summary>
    /// <exception cref="UndeliveredException">The channel does not take a message.</exception>
    public override async Task<ResourceResponse[]> SendActivitiesAsync(ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        var sent = new ResourceResponse[activities.Length];
        for (var i = 0; i < activities.Length; i++)
        {
            sent[i] = await _delivery.SendAsync(activities[i], (activity, cancelled) => turnContext.TurnState.Get<UnansweredRequest>() is { } request ? request.DuringAsync(() => SendAsync(activity, cancelled)) : SendAsync(activity, cancelled), cancellationToken);
        }

        return sent;

        async Task<ResourceResponse> SendAsync(Activity activity, CancellationToken cancelled) => (await base.SendActivitiesAsync(turnContext, [activity], cancelled))[0];
    }

    private async Task ApologiseAsync(ITurnContext turn, Exception fault)
    {
        var reference = Apology.NewReference();
        var undeliverable = (fault as UndeliveredException)?.Refusal;
        _log.LogError(Apology.IsOutage(fault) || undeliverable is not null ? null : fault, "A {Type} activity failed, reference {Reference}: {Reason}", turn.Activity.Type, reference, fault.Message);
        if (turn.Activity.Type != ActivityTypes.Message || undeliverable is { IsOfEverything: true })
        {
            return;
        }

        // What the turn set has ended with it.
        TurnLanguage.Speak(turn.Activity);
        try
        {
            await turn.SendActivityAsync(BotWords.Say(Apology.For(fault, reference)));
        }
        catch (Exception undelivered)
        {
            // The channel itself does not take replies: there is nobody left to tell but the log.
            _log.LogWarning("The apology {Reference} was not delivered: {Reason}", reference, undelivered.Message);
        }
    }
}
