using BriefingBot.Configuration;
using Microsoft.Extensions.Configuration;

namespace BriefingBot.Diagnosis;

/// <summary>The bot's registration, by what must be there. Microsoft is not asked: only a client of the bot can tell whether it is accepted.</summary>
internal static class ExaminedRegistration
{
    public static (Condition Condition, string What) Examine(IConfiguration configuration)
    {
        var registration = configuration.Get<AppRegistration>() ?? new();
        var checkedRules = new AppRegistrationRules().Validate(name: null, registration);
        if (checkedRules.Failed)
        {
            return (Condition.Failed, checkedRules.FailureMessage);
        }

        if (registration.IsGiven)
        {
            return (Condition.Ok, $"The bot has the registration {registration.MicrosoftAppId} ({registration.MicrosoftAppType}); whether Microsoft accepts its secret shows when a client writes to it.");
        }

        string[] alone =
        [
            .. new[] { (nameof(AppRegistration.MicrosoftAppType), registration.MicrosoftAppType), (nameof(AppRegistration.MicrosoftAppPassword), registration.MicrosoftAppPassword), (nameof(AppRegistration.MicrosoftAppTenantId), registration.MicrosoftAppTenantId) }
                .Where(key => !string.IsNullOrEmpty(key.Item2)).Select(key => key.Item1),
        ];
        return alone.Length > 0
            ? (Condition.Warning, $"{string.Join(" and ", alone)} {(alone.Length == 1 ? "is" : "are")} set and MicrosoftAppId is not, so the bot answers clients on its own computer only. Set MicrosoftAppId too, or leave {(alone.Length == 1 ? "it" : "them")} out.")
            : configuration.GetValue("Bot:AllowUnauthenticated", defaultValue: false)
                ? (Condition.Warning, "Bot:AllowUnauthenticated is true and there is no MicrosoftAppId: whoever reaches the bot can ask it. See that a wall is around it, or register it.")
                : (Condition.Ok, "There is none: the bot answers clients on its own computer only.");
    }
}
