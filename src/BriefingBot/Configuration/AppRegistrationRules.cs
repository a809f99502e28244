using Microsoft.Extensions.Options;

namespace BriefingBot.Configuration;

/// <summary>
/// What a registration must say. The SDK takes a missing or misspelt app type for MultiTenant without a word, and then fails at the
/// first reply; here it stops the start.
/// </summary>
public sealed class AppRegistrationRules : IValidateOptions<AppRegistration>
{
    internal const string MultiTenant = "MultiTenant";
    internal const string SingleTenant = "SingleTenant";
    internal const string UserAssignedMsi = "UserAssignedMSI";

    internal static readonly string[] AppTypes = [MultiTenant, SingleTenant, UserAssignedMsi];

    private static readonly string Choices = string.Join(", ", AppTypes);

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, AppRegistration options)
    {
        var failures = options.IsGiven ? Failures(options).ToList() : [];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Failures(AppRegistration options)
    {
        if (!Guid.TryParseExact(options.MicrosoftAppId, "D", out _))
        {
            yield return $"MicrosoftAppId is \"{options.MicrosoftAppId}\", which is not a GUID. "
                + "Copy the application (client) id from the bot's registration, or leave the key out to try the bot on this computer.";
        }

        var appType = AppTypes.FirstOrDefault(type => type.Equals(options.MicrosoftAppType, StringComparison.OrdinalIgnoreCase));
        if (string.IsNullOrWhiteSpace(options.MicrosoftAppType))
        {
            yield return $"MicrosoftAppType is missing beside MicrosoftAppId. Set it to one of {Choices}.";
        }
        else if (appType is null)
        {
            yield return $"MicrosoftAppType is \"{options.MicrosoftAppType}\". Set it to one of {Choices}.";
        }

        if (appType is MultiTenant or SingleTenant && string.IsNullOrWhiteSpace(options.MicrosoftAppPassword))
        {
            yield return $"MicrosoftAppPassword is missing: MicrosoftAppType {appType} needs it. Set it to the registration's client secret.";
        }

        // The SDK throws at this one with a stack trace.
        if (appType is UserAssignedMsi && !string.IsNullOrWhiteSpace(options.MicrosoftAppPassword))
        {
            yield return $"MicrosoftAppPassword is set and MicrosoftAppType is {appType}: a managed identity has no secret. Leave MicrosoftAppPassword out, or correct the type.";
        }

        if (appType is SingleTenant or UserAssignedMsi && string.IsNullOrWhiteSpace(options.MicrosoftAppTenantId))
        {
            yield return $"MicrosoftAppTenantId is missing: MicrosoftAppType {appType} needs it. Set it to the directory (tenant) id of the registration.";
        }
        else if (appType is SingleTenant or UserAssignedMsi && !Guid.TryParseExact(options.MicrosoftAppTenantId, "D", out _))
        {
            // A domain's name gets tokens as well; but who asks is told by the id.
            yield return $"MicrosoftAppTenantId is \"{options.MicrosoftAppTenantId}\", which is not a GUID. Copy the directory (tenant) id from the registration, not the directory's name.";
        }
    }
}
