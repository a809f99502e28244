using BriefingBot.Configuration;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Access;

/// <summary>What keeps strangers out: the registration's tokens, else loopback, else nothing because somebody said so.</summary>
internal sealed class Protection(IOptions<AppRegistration> registration, IOptions<AccessOptions> access, AllowedTenants tenants)
{
    public bool ByTokens { get; } = registration.Value.IsGiven;

    public bool ByLoopback { get; } = !registration.Value.IsGiven && !access.Value.AllowUnauthenticated;

    public void Say(ILogger log)
    {
        if (ByTokens)
        {
            log.LogInformation(
                "Protection: Bot Framework tokens for app {AppId} ({AppType}). Answered are {Answered}", registration.Value.MicrosoftAppId, registration.Value.MicrosoftAppType, tenants.Described);
        }
        else if (ByLoopback)
        {
            log.LogInformation(
                "Protection: no app registration (MicrosoftAppId), so only clients on this computer are answered. In a container, see Bot:AllowUnauthenticated");
        }
        else
        {
            log.LogWarning(
                "Protection: NONE. Bot:AllowUnauthenticated is true and MicrosoftAppId is empty: "
                + "whoever reaches this address can ask, and can have replies sent to any address");
        }
    }

    /// <summary>
    /// Why replies may not go to this service, or null when they may. A sender without a token names any address it likes as its own;
    /// following it would let strangers make the host call others.
    /// </summary>
    public string? RefusalToReplyTo(Uri serviceUrl) => !ByLoopback || serviceUrl.IsLoopback
        ? null
        : $"Without an app registration (MicrosoftAppId), replies go only to services on this computer, and serviceUrl names {serviceUrl.Host}. "
            + "Use a loopback serviceUrl, register the bot, or set Bot:AllowUnauthenticated to true where the network is trusted.";
}
