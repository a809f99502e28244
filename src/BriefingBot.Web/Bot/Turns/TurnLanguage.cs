using System.Globalization;
using BriefingBot.Texts;
using Microsoft.Bot.Builder;
using Microsoft.Bot.Schema;
using Newtonsoft.Json.Linq;

namespace BriefingBot.Web.Bot;

/// <summary>Has a whole turn speak the language of whoever sent the activity, whatever kind it is; also one that continues a conversation.</summary>
internal sealed class TurnLanguage : Microsoft.Bot.Builder.IMiddleware
{
    public Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        // The SDK takes the sender's locale for both; how words are compared and numbers are read must not change with it.
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Speak(turnContext.Activity);
        return next(cancellationToken);
    }

    /// <summary>From here on.</summary>
    public static void Speak(IActivity activity) => CultureInfo.CurrentUICulture = ReaderLanguage.Of([(activity as Activity)?.Locale, .. OfClient(activity)]);

    private static IEnumerable<string?> OfClient(IActivity activity) =>
        (activity.Entities ?? []).Where(entity => entity?.Type == "clientInfo").Select(entity => (entity.Properties?["locale"] as JValue)?.Value as string);
}
