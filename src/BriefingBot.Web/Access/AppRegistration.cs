namespace BriefingBot.Web.Access;

/// <summary>The bot's registration with Azure. The keys stand at the root of the configuration, where Bot Framework's own tools write them.</summary>
internal sealed class AppRegistration
{
    public string? MicrosoftAppId { get; init; }

    /// <summary>One of <see cref="AppRegistrationRules.AppTypes"/>.</summary>
    public string? MicrosoftAppType { get; init; }

    public string? MicrosoftAppPassword { get; init; }

    public string? MicrosoftAppTenantId { get; init; }

    public bool IsGiven => !string.IsNullOrEmpty(MicrosoftAppId);
}
