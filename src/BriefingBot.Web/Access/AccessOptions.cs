using BriefingBot.Configuration;
using Microsoft.Extensions.Options;

namespace BriefingBot.Web.Access;

/// <summary>Bound to the section <c>Bot</c>.</summary>
internal sealed class AccessOptions
{
    public const string Section = "Bot";

    /// <summary>All tenants, where a registration would mean its own.</summary>
    public const string Everybody = "*";

    /// <summary>Answer anybody who can reach the host, although no app registration proves who they are. For containers behind a wall.</summary>
    public bool AllowUnauthenticated { get; init; }

    /// <summary>The ids of the tenants whose people are answered, with commas between them, or <see cref="Everybody"/>. Empty: what the registration's type says.</summary>
    public string? AllowedTenants { get; init; }

    public IReadOnlyList<string> Tenants => (AllowedTenants ?? "").Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>A list of tenants that names none, or that nothing enforces, stops the start: whoever wrote it believes to be protected.</summary>
internal sealed class AccessOptionsRules(IOptions<AppRegistration> registration) : IValidateOptions<AccessOptions>
{
    private const string Key = $"{AccessOptions.Section}:{nameof(AccessOptions.AllowedTenants)}";

    private const string Remedy = $"Write the directory (tenant) ids as they stand in Azure, with commas between them, or {AccessOptions.Everybody} alone for everybody.";

    public ValidateOptionsResult Validate(string? name, AccessOptions options)
    {
        var tenants = options.Tenants;
        var wrong = tenants is [AccessOptions.Everybody] ? null : tenants.FirstOrDefault(tenant => !Guid.TryParseExact(tenant, "D", out _));
        return (tenants, wrong) switch
        {
            ([], _) => string.IsNullOrWhiteSpace(options.AllowedTenants)
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"{Key} is \"{options.AllowedTenants}\", which names no tenant. {Remedy}"),
            (_, not null) => ValidateOptionsResult.Fail($"{Key} names \"{wrong}\", which is not a GUID. {Remedy}"),
            _ when !registration.Value.IsGiven => ValidateOptionsResult.Fail(
                $"{Key} is set and MicrosoftAppId is not: without a registration nothing proves whose tenant somebody is of. Register the bot, or leave {Key} out."),
            _ => ValidateOptionsResult.Success,
        };
    }
}
