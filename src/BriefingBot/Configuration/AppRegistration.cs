namespace BriefingBot.Configuration;

/// <summary>The bot's registration with Azure. The keys stand at the root of the configuration, where Bot Framework's own tools write them.</summary>
public sealed class AppRegistration
{
    /// <summary>The application (client) id, a GUID. Without it there is no registration.</summary>
    public string? MicrosoftAppId { get; init; }

    /// <summary>One of <see cref="AppRegistrationRules.AppTypes"/>.</summary>
    public string? MicrosoftAppType { get; init; }

    /// <summary>The client secret. Written nowhere.</summary>
    public string? MicrosoftAppPassword { get; init; }

    /// <summary>The directory (tenant) id.</summary>
    public string? MicrosoftAppTenantId { get; init; }

    /// <summary>The only tenant that the registration serves by itself; null where it serves all.</summary>
    public string? OwnTenant => AppRegistrationRules.MultiTenant.Equals(MicrosoftAppType, StringComparison.OrdinalIgnoreCase) ? null : MicrosoftAppTenantId;

    /// <summary>Whether there is one.</summary>
    public bool IsGiven => !string.IsNullOrEmpty(MicrosoftAppId);
}
